import { defineGate, inScope } from '@iama/gate';
import { dependencies, isTechnology, technologyRules } from '../technology.ts';

export const mandatedTechnologyMissing = defineGate({
  id: 'conformance/mandated-technology-missing',
  title: 'What a decision mandates is used',
  phase: 5,
  severity: 'warn',
  since: '0.1.0',
  source: '§6.2, §8.3',
  rationale:
    'A technology that a decision in force mandates and that no manifest, import or image brings in was replaced, or never built in. Said only where dependencies were found at all, and only for names that are packages somewhere; it is a warning, because a platform need not be a dependency.',
  hint: 'Use it, or have the decision superseded first',
  reads: ['decision', 'item', 'dependency', 'document'],
  messages: {
    missing: ({ technology, by }: { technology: string; by: string }) =>
      `\`${by}\` mandates ${technology}, and nothing here depends on it`,
  },
  examples: [
    {
      name: 'mandated and not there',
      files: {
        'docs/guide.md': '# Guide\n\n## Technology\n\n- MUST use: LiteLLM for all model calls\n',
        'package.json': '{\n  "dependencies": {\n    "fastify": "5.0.0"\n  }\n}\n',
      },
      expect: ['docs/guide.md:5 missing'],
    },
    {
      name: 'there, under the name of its package',
      files: {
        'docs/guide.md': '# Guide\n\n## Technology\n\n- MUST use: Temporal.io for all jobs\n',
        'package.json': '{\n  "dependencies": {\n    "@temporalio/client": "1.11.0"\n  }\n}\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const used = dependencies(graph);
    if (!used.some(({ attributes }) => attributes.origin === 'manifest')) return;
    const told = new Set<string>();
    for (const { technology, at, by, version } of technologyRules(graph, 'mandated')) {
      const key = technology.toLowerCase();
      if (told.has(key) || !inScope(version, graph.settings) || languages.has(key)) continue;
      told.add(key);
      if (used.some(({ id }) => isTechnology(id, technology))) continue;
      yield found.missing({ technology, by }, { at, id: technology });
    }
  },
});

/** Named as technologies, and no dependency of anything. */
const languages = new Set([
  'python',
  'typescript',
  'javascript',
  'node.js',
  'node',
  'go',
  'java',
  'rust',
  'sql',
  'docker',
  'git',
  'github',
  'linux',
  'markdown',
  'json',
  'yaml',
  'http',
  'https',
  'rest',
  'graphql',
  'oauth',
  'jwt',
  'tls',
  'websocket',
  'sse',
]);
