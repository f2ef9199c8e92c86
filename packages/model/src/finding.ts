import * as z from 'zod';
import { placeSchema } from './place.ts';

export const severities = ['error', 'warn', 'info'] as const;
export const stops = ['S1', 'S2', 'S3', 'S4'] as const;

/** What a gate found, where, and what to do. */
export const findingSchema = z.strictObject({
  /** `<gate>#<10 hex>`: of gate, code and subject keys. No line, no wording. */
  id: z.string(),
  gate: z.string(),
  severity: z.enum(severities),
  /** Which message of the gate: stable while the wording may change. */
  code: z.string(),
  /** What the message was made of. */
  data: z.record(z.string(), z.unknown()),
  message: z.string(),
  /** The node it is about. */
  subject: z.string(),
  stop: z.enum(stops).optional(),
  at: placeSchema,
  related: z.array(z.strictObject({ note: z.string(), at: placeSchema })),
  hint: z.string(),
  docs: z.string(),
});

export type Finding = z.infer<typeof findingSchema>;
export type Severity = (typeof severities)[number];
export type Stop = (typeof stops)[number];
