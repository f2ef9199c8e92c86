import * as z from 'zod';
import { placeSchema } from './place.ts';

const cellSchema = z.strictObject({ text: z.string(), at: placeSchema.optional() });

/** A view as it is printed: columns, and rows of cells by column key. */
export const viewDataSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  columns: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  rows: z.array(z.record(z.string(), z.union([cellSchema, z.array(cellSchema)]))),
});

export type ViewData = z.infer<typeof viewDataSchema>;
