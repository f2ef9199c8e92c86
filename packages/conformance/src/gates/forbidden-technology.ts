import { defineGate } from '@iama/gate';
import { dependencies, isTechnology, technologyRules } from '../technology.ts';

/** @implements IAMA-CONF-002 */
export const forbiddenTechnology = defineGate({
  id: 'conformance/forbidden-technology',
  title: 'No technology is used that a decision forbids',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§8.3',
  rationale:
    'A technology that a decision in force rejected comes back by a manifest, an import or an image, and with it everything the decision was taken to avoid. Replacing what was decided is a stop condition. Proposed and superseded decisions bind nobody; a name in a comment is no use.',
  hint: 'Take it out, or have the decision superseded first',
  reads: ['decision', 'item', 'dependency', 'document'],
  messages: {
    used: ({ dependency, technology, by }: { dependency: string; technology: string; by: string }) =>
      `\`${dependency}\` is used; \`${by}\` forbids ${technology}`,
  },
  examples: [
    {
      name: 'a rejected queue in a manifest and an import',
      files: {
        'docs/guide.md':
          '# Guide\n\n## Technology\n\n- MUST use: Temporal.io for all jobs\n- NEVER use: Celery, BullMQ\n',
        'package.json': '{\n  "dependencies": {\n    "bullmq": "5.0.0",\n    "@temporalio/client": "1.11.0"\n  }\n}\n',
        'worker/run.py': 'from celery import Celery\n',
      },
      expect: ['package.json:3 used', 'worker/run.py:1 used'],
    },
    {
      name: 'a name that only begins alike',
      files: {
        'docs/guide.md': '# Guide\n\n## Technology\n\n- NEVER call: OpenAI directly\n',
        'package.json': '{\n  "dependencies": {\n    "openapi-typescript": "7.0.0"\n  }\n}\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const rules = technologyRules(graph, 'forbidden');
    if (rules.length === 0) return;
    const told = new Set<string>();
    for (const dependency of dependencies(graph)) {
      const broken = rules.filter(({ technology }) => isTechnology(dependency.id, technology));
      const [rule] = broken;
      const key = `${dependency.id} ${dependency.at.path}`;
      if (!rule || told.has(key)) continue;
      told.add(key);
      const related = broken.map(({ technology, at }) => ({ note: `${technology} is forbidden`, at }));
      const data = { dependency: dependency.id, technology: rule.technology, by: rule.by };
      yield found.used(data, dependency, { stop: 'S3', related, keys: [dependency.at.path] });
    }
  },
});
