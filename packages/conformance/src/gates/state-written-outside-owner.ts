import { defineGate } from '@iama/gate';
import { sqlUses } from '../sql-uses.ts';

export const stateWrittenOutsideOwner = defineGate({
  id: 'conformance/state-written-outside-owner',
  title: 'A column is written by the one part that may write it',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§7.3',
  rationale:
    'Where a document says who alone writes a state, another writer bypasses every rule of the machine. The writer is known by its folder or file: the last word of its name stands in the path. Where no path has that word, nothing can be said.',
  hint: 'Ask the owner to make the change (a signal, a command), or change the document',
  reads: ['item', 'file', 'table', 'column', 'document'],
  messages: {
    bypassed: ({ column, owner }: { column: string; owner: string }) =>
      `\`${column}\` is written here; only the ${owner} may write it`,
  },
  examples: [
    {
      name: 'the API writes what only the worker may write',
      files: {
        'docs/guide.md': '# Guide\n\nOnly the job worker writes `jobs.status`.\n',
        'api/jobs.ts':
          "declare const pool: { query(sql: string): unknown };\nexport const cancel = () => pool.query(`UPDATE jobs SET status = 'CANCELLED' WHERE id = $1`);\n",
        'worker/run.ts':
          "declare const pool: { query(sql: string): unknown };\nexport const done = () => pool.query(`UPDATE jobs SET status = 'DONE' WHERE id = $1`);\n",
      },
      expect: ['api/jobs.ts:2 bypassed'],
    },
    {
      name: 'the API reads it, the worker writes it',
      files: {
        'docs/guide.md': '# Guide\n\nOnly the job worker writes `jobs.status`.\n',
        'api/jobs.ts':
          'declare const pool: { query(sql: string): unknown };\nexport const one = () => pool.query(`SELECT status FROM jobs WHERE id = $1`);\n',
        'worker/run.ts':
          "declare const pool: { query(sql: string): unknown };\nexport const done = () => pool.query(`UPDATE jobs SET status = 'DONE' WHERE id = $1`);\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const paths = graph.nodes('file').map((file) => file.id);
    const told = new Set<string>();
    for (const policy of graph.nodes('item')) {
      const { list, number, subject, value } = policy.attributes;
      if (list !== 'policy' || number !== 'sole-writer' || subject === undefined || value === undefined) continue;
      const owns = ownerTest(value);
      if (!owns || !paths.some(owns)) continue;
      for (const edge of sqlUses(graph, 'column')) {
        if (edge.kind !== 'writes' || edge.to.id.toLowerCase() !== subject.toLowerCase() || owns(edge.at.path))
          continue;
        const key = `${subject} ${edge.at.path}`;
        if (told.has(key)) continue;
        told.add(key);
        const related = [{ note: 'who may', at: policy.at }];
        yield found.bypassed({ column: subject, owner: value }, edge, { subject, keys: [edge.at.path], related });
      }
    }
  },
});

const generic = new Set([
  'service',
  'process',
  'component',
  'module',
  'layer',
  'package',
  'code',
  'side',
  'system',
  'application',
  'app',
]);

/** True for paths that belong to the named writer: `trial worker` → a segment that has `worker` as a word. */
function ownerTest(owner: string): ((path: string) => boolean) | undefined {
  const words = owner.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const head = [...words].reverse().find((word) => !generic.has(word));
  if (head === undefined || head.length < 3) return undefined;
  const pattern = new RegExp(`(?:^|[/._-])${head}s?(?:$|[/._-])`, 'i');
  return (path) => pattern.test(path);
}
