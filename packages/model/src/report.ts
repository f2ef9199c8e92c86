import * as z from 'zod';
import { findingSchema } from './finding.ts';
import { placeSchema } from './place.ts';
import { viewDataSchema } from './view-data.ts';

export const verdicts = ['pass', 'fail', 'stop', 'unverified'] as const;

/** Findings, what was looked at, and the verdict. The contract with agents and CI. */
export const reportSchema = z.strictObject({
  schema: z.literal('iama.report/1'),
  command: z.string(),
  /** Key of the graph it was judged on: of every source's content. */
  graph: z.string(),
  looked: z.record(z.string(), z.int()),
  verdict: z.enum(verdicts),
  exit: z.int(),
  counts: z.strictObject({
    error: z.int(),
    warn: z.int(),
    info: z.int(),
    waived: z.int(),
    baselined: z.int(),
  }),
  findings: z.array(findingSchema),
  /** Gates that could not judge, and why. Never a pass. */
  unverified: z.array(z.strictObject({ gate: z.string().optional(), reason: z.string(), at: placeSchema.optional() })),
  /** Tables the command shows beside its findings. */
  views: z.array(viewDataSchema).optional(),
  truncated: z.int().optional(),
  /** One line: what to run or read next. */
  next: z.string().optional(),
});

export type Report = z.infer<typeof reportSchema>;
export type Verdict = (typeof verdicts)[number];
