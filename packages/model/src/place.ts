import * as z from 'zod';

/** Where something stands: POSIX path relative to the repository, 1-based line and column, the section's heading. */
export const placeSchema = z.strictObject({
  path: z.string().min(1),
  line: z.int().positive(),
  column: z.int().positive(),
  section: z.string().optional(),
});

export type Place = z.infer<typeof placeSchema>;
