import * as z from 'zod';
import { severities } from './finding.ts';
import { documentRoles } from './node-kinds.ts';

const globs = z.array(z.string().min(1));
const needSchema = z.strictObject({
  priorities: z.array(z.string()).optional().describe('Requirements of these priorities need it; empty: all of them'),
  exceptStatuses: z.array(z.string()).optional().describe('Statuses that need nothing yet, as `planned`'),
});

/** `iama.yaml`. Every key may be left out: what is not said is inferred. */
export const configurationSchema = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        path: z.string().min(1).describe('A document, or a glob of documents'),
        role: z.enum(documentRoles).optional().describe('What the document is for'),
        rank: z.int().positive().optional().describe('Precedence: 1 wins over 2'),
        version: z.string().optional().describe('Version scope of everything in it, as `V1`'),
        translationOf: z.string().optional().describe('The document this one translates'),
      }),
    )
    .optional()
    .describe('Documents whose role or precedence is decided here rather than inferred'),
  exclude: globs.optional().describe('Paths that are not read at all'),
  ids: z.array(z.string().min(1)).optional().describe('Further patterns of requirement ids, as regular expressions'),
  code: z
    .union([globs, z.literal(false)])
    .optional()
    .describe('Code that implements the requirements; `false`: this repository holds documents only'),
  tests: globs.optional().describe('Files that are tests, beyond those that convention says'),
  migrations: globs.optional().describe('Migration files in order of their names'),
  reports: globs.optional().describe('Test and coverage reports'),
  records: z.string().optional().describe('Folder of the records people keep'),
  versions: z.array(z.string()).optional().describe('Versions being built now; later ones are out of scope'),
  requires: z
    .strictObject({ implementation: needSchema.optional(), test: needSchema.optional() })
    .optional()
    .describe('Which requirements need an implementation and a test'),
  mounts: z.record(z.string(), z.string()).optional().describe('Prefix of a router whose mount can not be followed'),
  operational: z.array(z.string()).optional().describe('Endpoints that need no contract, as `/health`'),
  severity: z.record(z.string(), z.enum(severities)).optional().describe('Severity of a gate, by its id'),
  failOn: z.enum(severities).optional().describe('The least severity that fails'),
});

export type Configuration = z.infer<typeof configurationSchema>;
