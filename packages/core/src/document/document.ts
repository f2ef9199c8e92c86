import type { DocumentRole, NodeRef } from '@iama/model';
import type { Blockquote, Code, Heading, Html, ListItem, Paragraph, Root, Table } from 'mdast';

/** A heading and everything below it. `sections[0]` is what stands before the first heading: level 0, no title. */
export interface Section {
  readonly level: number;
  /** `9.1`, `7A`, `A.2` as written, without the closing dot; absent when the heading has none. */
  readonly number?: string;
  /** The heading's words without the number. */
  readonly title: string;
  /** The heading's words, number included: what a finding shows. */
  readonly heading: string;
  readonly line: number;
  /** Last line before the next heading of the same or a higher level. */
  readonly lastLine: number;
  readonly parent?: Section;
  readonly node?: Heading;
}

type BlockNode = {
  heading: Heading;
  paragraph: Paragraph;
  item: ListItem;
  table: Table;
  code: Code;
  html: Html;
  quote: Blockquote;
};

/** One block in reading order. A list item is a block, and the paragraphs, tables and lists inside it are blocks with it as `parent`. */
export type Block<K extends keyof BlockNode = keyof BlockNode> = {
  [N in K]: {
    readonly kind: N;
    readonly node: BlockNode[N];
    readonly line: number;
    readonly lastLine: number;
    readonly column: number;
    readonly section: Section;
    readonly parent?: Block<'item' | 'quote'>;
    /** Items: the list label as written: `1.`, `-`, `3)`. */
    readonly label?: string;
  };
}[K];

/** A Markdown source, parsed once; every document reader reads this and nothing else. */
export interface Document {
  readonly path: string;
  /** Without byte-order mark, line ends `\n`, stray fences taken out. Lines and columns are those of the file. */
  readonly text: string;
  /** `lines[0]` is line 1. */
  readonly lines: readonly string[];
  readonly root: Root;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** Labelled lines and front matter at the top, by lower-case label: `document id`, `version`, `status` … */
  readonly header: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  readonly title?: string;
  readonly role: DocumentRole;
  readonly roleReason: string;
  /** `V1` when path, title or header says that all of it belongs to one version. */
  readonly scope?: string;
  /** What node ids of nameless things start with: the document id of the header, else the path. */
  readonly name: string;
  readonly idPatterns: readonly string[];
}

/** The lines a node's text takes up, so that names standing there become its edges. */
export interface Span {
  readonly node: NodeRef;
  readonly line: number;
  readonly lastLine: number;
}
