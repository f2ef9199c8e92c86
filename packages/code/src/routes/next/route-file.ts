import type { Place } from '@iama/model';

export interface Answer {
  readonly method: string;
  readonly at: Place;
  readonly lastLine: number;
  /** What the handler calls that looks like checking who asks. */
  readonly chain: readonly string[];
}

/** A file that is a route because of where it stands, or that handles for one, and what it answers. */
export interface RouteFile {
  readonly path: string;
  readonly answers: readonly Answer[];
  /** The file that gives its default export, as it imports it. */
  readonly defaultFrom?: string;
  /** Exports are passed on from other files: looked up when all files are known. */
  readonly passes: boolean;
}

export const httpMethods = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
