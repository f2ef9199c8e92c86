import type { Block, Section } from '../../document/document.ts';
import type { Meaning } from './column-meaning.ts';
import type { EndpointPath } from './endpoint-path.ts';

/**
 * How an endpoint is written down, strongest first: a heading; a line of its own (`**Endpoint:** …`); the request line of a
 * fence; a row of an endpoint table or one line of a listing; a list item; a request shown as an example.
 */
export const forms = ['heading', 'line', 'fence', 'row', 'item', 'example'] as const;
export type Form = (typeof forms)[number];

/** One place that may define one endpoint. */
export interface Declaration {
  readonly method: string;
  readonly path: EndpointPath;
  readonly form: Form;
  readonly line: number;
  readonly column: number;
  readonly block: Block;
  readonly section: Section;
  /** What the same line says besides method and path. */
  readonly words: string;
  /** A label such as `Endpoint:` stands before it. */
  readonly labelled?: true;
  /** Cells of its row by meaning, as written. */
  readonly cells?: ReadonlyMap<Meaning, string>;
}

/** True when `a` is a stronger form than `b`. */
export function stronger(a: Form, b: Form): boolean {
  return forms.indexOf(a) < forms.indexOf(b);
}
