import type { Document, Section } from '../../document/document.ts';

/** The part of a document that records one decision: all of it, or one section of a log of decisions. */
export interface DecisionScope {
  readonly document: Document;
  /** The section whose heading is its title; undefined when the document has no heading. */
  readonly head: Section | undefined;
  readonly line: number;
  readonly lastLine: number;
  /** The sections below the title, in order. */
  readonly sections: readonly Section[];
  /** Labelled values at its top, by lower-case label. */
  readonly header: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
}

/** The lines from one to another, both included; code fences are left empty. */
export function proseLines(document: Document, from: number, to: number): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = [];
  let fence: string | undefined;
  for (let line = from; line <= to; line += 1) {
    const text = document.lines[line - 1] ?? '';
    const mark = /^\s*(?:>\s*)*(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    if (fence === undefined) lines.push({ line, text });
  }
  return lines;
}

/** Where a section's own text ends: before its first sub-section. */
export function ownEnd(document: Document, section: Section): number {
  const next = document.sections.find((other) => other.line > section.line);
  return Math.min(section.lastLine, (next?.line ?? Number.POSITIVE_INFINITY) - 1);
}

/** Markup taken off: links become their words, emphasis and code marks go. */
export function plainWords(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/[`*]{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
