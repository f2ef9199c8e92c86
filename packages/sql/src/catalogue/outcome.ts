/** What applying a change says: `done`, or what it needed and did not find (`table users`); undefined: not this kind of change. */
export type Outcome = string | undefined;

export const done = '';
