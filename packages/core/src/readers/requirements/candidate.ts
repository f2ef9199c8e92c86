import type { NodeAttributes } from '@iama/model';
import type { Section } from '../../document/document.ts';
import type { Column, TableColumns } from './table-columns.ts';

/** A line that may define a requirement, before anything is decided. */
export interface Candidate {
  readonly id: string;
  readonly form: NodeAttributes['requirement']['form'];
  /** Index of the line the requirement begins at: its heading, its item, its row. */
  readonly start: number;
  /** Where the id stands. */
  readonly line: number;
  readonly column: number;
  /** Level of the heading it begins at. */
  readonly level?: number;
  /** What stands behind the id on its line, markup kept. */
  readonly lead: string;
  /** Set when the words beside the id are a title and no text. */
  readonly title?: string;
  readonly tags: readonly string[];
  /** The section it stands in: for a heading the section of that heading. */
  readonly section: Section;
  /** Signs that decide whether it defines. */
  readonly signs: Signs;
  /** Rows: cells with their columns, id column left out. */
  readonly cells?: readonly { readonly column: Column; readonly text: string }[];
  readonly table?: TableColumns;
  /** Front matter and directives: fields said as data. */
  readonly data?: readonly { readonly label: string; readonly values: readonly string[] }[];
  /** Data only: the last line it takes up. */
  readonly lastLine?: number;
}

export interface Signs {
  readonly mark: 'colon' | 'dash' | 'space' | 'end';
  readonly marked: boolean;
  readonly struck: boolean;
  /** It is an item of a checklist. */
  readonly task: boolean;
  /** The line names several ids. */
  readonly grouped: boolean;
  /** A syntax made for defining requirements says so: `ID:` fields, `req~x~1`, `r[x]`, directives, `Requirement: Name`. */
  readonly declared: boolean;
  /** A marker that can only be a definition, wherever it stands: `req~x~1`, `r[x]`, a directive. */
  readonly certain: boolean;
  /** The identity is a name or a number, not an id: `Requirement: Name`, `Requirement 1`. */
  readonly named: boolean;
  /** The id closes the heading: `Login (FR-1)`. */
  readonly trailing: boolean;
  readonly target?: string;
  /** Label of the list or paragraph that introduces it: `Related requirements:`. */
  readonly under?: string;
}

export const plainSigns: Signs = {
  mark: 'end',
  marked: false,
  struck: false,
  task: false,
  grouped: false,
  declared: false,
  certain: false,
  named: false,
  trailing: false,
};
