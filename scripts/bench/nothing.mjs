/** What every Node program costs before its first line. */
export {};
