/** Exit codes, everywhere the same. */
export const exitCodes = { pass: 0, fail: 1, usage: 2, stop: 3, unverified: 4, transient: 5, bug: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
