import * as z from 'zod';

/** A value as one place says it, in base units: `15 minutes` → 900 s, `3 jobs/day` → 3 per day, `✅` → true. */
export const valueSchema = z.strictObject({
  /** `lost`: damaged by an encoding error, so nobody knows. `words`: only a reader knows what it means. */
  form: z.enum(['number', 'flag', 'names', 'words', 'none', 'lost']),
  low: z.number().optional(),
  high: z.number().optional(),
  /** Base unit (`s`, `byte`, `%`) or the singular of what is counted (`seed`). */
  unit: z.string().optional(),
  per: z.string().optional(),
  flag: z.boolean().optional(),
  /** Names as written, sorted: `CSV`, `PDF`. */
  names: z.array(z.string()).optional(),
});

export type Value = z.infer<typeof valueSchema>;
