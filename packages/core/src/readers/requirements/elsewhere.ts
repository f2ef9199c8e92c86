import type { Section } from '../../document/document.ts';
import { idToken } from '../../ids/id-grammar.ts';
import { plainText } from './plain-text.ts';
import type { Criterion } from './read-acceptance.ts';
import type { Definition } from './requirement-facts.ts';
import { surroundings } from './section-kind.ts';
import type { TextLine } from './text-line.ts';

const tokens = new RegExp(idToken.source, 'g');

/**
 * Criteria that a section of acceptance criteria gives to requirements defined elsewhere in the document: items and rows
 * that name the requirement, or stand below a heading that does. Only for requirements that have none of their own.
 */
export function criteriaElsewhere(
  lines: readonly TextLine[],
  definitions: readonly Definition[],
): ReadonlyMap<string, readonly Criterion[]> {
  const open = new Set(
    definitions
      .filter(({ body }) => !body.fields.some((field) => field.key === 'acceptance'))
      .map(({ candidate }) => candidate.id),
  );
  const found = new Map<string, Criterion[]>();
  if (open.size === 0) return found;
  const own = new Set(
    definitions.flatMap(({ candidate }) => (candidate.level === undefined ? [] : [candidate.section])),
  );
  let section: Section | undefined;
  let accepts = false;
  let headed: string[] = [];
  for (const line of lines) {
    if (line.section !== section) {
      section = line.section;
      accepts = surroundings(section, own) === 'acceptance';
      headed = [];
    }
    if (!accepts) continue;
    const named = idsIn(line.text, open);
    if (line.kind === 'heading' || (line.kind === 'text' && /^\*\*[^*]+\*\*:?$/.test(line.text))) headed = named;
    if (line.kind === 'heading' || line.kind === 'code' || line.head || line.kind === 'text') continue;
    const text = plainText(line.cells ? line.cells.filter((cell) => cell !== '').join(' | ') : line.text);
    const ids = named.length > 0 && named.length <= 3 ? named : headed;
    if (line.depth > 1 || text === '') continue;
    for (const id of ids) {
      const criteria = found.get(id) ?? [];
      found.set(id, criteria);
      criteria.push({ text: text.replace(/^\[[ xX]\]\s+/, ''), line: line.line });
    }
  }
  return found;
}

function idsIn(text: string, known: ReadonlySet<string>): string[] {
  return [...new Set((text.match(tokens) ?? []).filter((token) => known.has(token)))];
}
