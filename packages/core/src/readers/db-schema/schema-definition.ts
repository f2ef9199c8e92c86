import type { Definition } from '@iama/sql';
import type { Section } from '../../document/document.ts';

/** How a document writes a table down, from the surest form to the least. */
export const forms = ['sql', 'prisma', 'dbml', 'table', 'list', 'diagram'] as const;
export type Form = (typeof forms)[number];

/** One thing a document says of its schema, with where and how it says it. */
export interface SchemaDefinition extends Definition {
  readonly form: Form;
  readonly section: Section;
  /** The first line of what belongs to it: a heading, a label, the prose before a fence. */
  readonly from: number;
}
