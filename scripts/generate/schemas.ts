import * as z from 'zod';
import { configurationSchema, graphExportSchema, reportSchema } from '../../packages/model/src/index.ts';

/** What others read or write: each zod schema as a JSON Schema, by path. */
export function schemas(): Map<string, string> {
  const published = [
    [
      'configuration',
      'iama.yaml',
      'The configuration of iama; every key may be left out',
      configurationSchema,
      'input',
    ],
    ['report', 'iama.report/1', 'What every judging command prints with --format json', reportSchema, 'output'],
    ['graph', 'iama.graph/1', 'What iama export --format json prints', graphExportSchema, 'output'],
  ] as const;
  return new Map(
    published.map(([name, title, description, schema, io]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io });
      return [`schemas/${name}.json`, `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`];
    }),
  );
}
