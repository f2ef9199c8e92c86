/** What the judging side knows of configuration: a plain value, normalised, defaults filled in. */
export interface Settings {
  /**
   * Versions being built now; others are out of scope. What configuration leaves open is inferred when a graph is opened;
   * still empty then: no requirement has a version.
   */
  readonly versions: readonly string[];
  /** Requirements of these priorities and versions need an implementation. Empty list of priorities: all. */
  readonly implementation: Need;
  readonly test: Need;
  /** Code was looked for and is expected. False: the repository holds documents only, by declaration. */
  readonly code: boolean;
  /** Paths of endpoints that are operational (health, metrics) and need no contract, as `:name` patterns. */
  readonly operational: readonly string[];
}

export interface Need {
  readonly priorities: readonly string[];
  /** Statuses of a requirement that need nothing yet (`planned`, `draft` …), lower case. */
  readonly exceptStatuses: readonly string[];
}
