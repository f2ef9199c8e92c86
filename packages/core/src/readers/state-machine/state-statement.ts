import type { Section } from '../../document/document.ts';

/** One state, as one place says it. */
export interface StateStatement {
  readonly name: string;
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
  readonly initial?: boolean;
  readonly terminal?: boolean;
  readonly note?: string;
  readonly version?: string;
}

/** One transition, as one place says it. `from` and `to` may be `*`. */
export interface TransitionStatement {
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
  readonly trigger?: string;
  readonly version?: string;
}

/** How a place says it. The earlier forms say it more plainly: where they do, `arrows` and `transitions` add no states of their own. */
export type StatementForm = 'diagram' | 'list' | 'table' | 'code' | 'arrows' | 'inline' | 'sentence';

/** What one list, table, diagram, arrow block or sentence says of one machine. */
export interface MachineStatement {
  readonly form: StatementForm;
  readonly section: Section;
  /** The name the place itself gives the machine (a diagram title, `Order states:`); absent: the headings decide. */
  readonly machine?: string;
  readonly states: readonly StateStatement[];
  readonly transitions: readonly TransitionStatement[];
  /** The states are named to say something of them (`Terminal states: …`), not to define them. */
  readonly remark?: boolean;
}
