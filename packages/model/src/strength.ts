/** The three parts of the workflow a requirement can be scoped to; any `V<number>` a team uses is kept as said. */
export const strengths = ['MUST', 'SHOULD', 'MAY', 'NONE'] as const;

export type Strength = (typeof strengths)[number];
