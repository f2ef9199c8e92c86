import * as z from 'zod';
import { certainties, edgeKinds, sides } from './fact.ts';
import type { NodeKind } from './node-kinds.ts';
import { nodeAttributes } from './node-kinds.ts';
import { placeSchema } from './place.ts';

const kinds = Object.keys(nodeAttributes) as [NodeKind, ...NodeKind[]];
const refSchema = z.strictObject({ kind: z.enum(kinds), id: z.string() });

/** One node of `iama export`; `attributes` depend on the kind. */
export const exportedNodeSchema = z.discriminatedUnion(
  'kind',
  kinds.map((kind) =>
    z.strictObject({
      kind: z.literal(kind),
      id: z.string(),
      side: z.enum(sides),
      at: placeSchema,
      attributes: nodeAttributes[kind],
    }),
  ) as unknown as [z.ZodObject, ...z.ZodObject[]],
);

export const exportedEdgeSchema = z.strictObject({
  kind: z.enum(edgeKinds),
  from: refSchema,
  to: refSchema,
  at: placeSchema,
  how: z.enum(certainties),
  evidence: z.string(),
});

/** What `iama export --format json` prints. */
export const graphExportSchema = z.strictObject({
  schema: z.literal('iama.graph/1'),
  graph: z.string(),
  nodes: z.array(exportedNodeSchema),
  edges: z.array(exportedEdgeSchema),
});
