import { idToken, parseId, tildeId } from '../../ids/id-grammar.ts';
import type { Candidate } from './candidate.ts';
import { plainSigns } from './candidate.ts';
import { plainText } from './plain-text.ts';
import { readLabel } from './read-label.ts';
import type { TextLine } from './text-line.ts';

const requirementWord =
  '(?:requirement|req\\.?|需求|要求|要件|요구사항|требование|anforderung|exigence|requisito|requerimiento)';
const numbered = new RegExp(
  `^(${requirementWord}\\s*[#№]?\\s*(\\d{1,4}(?:\\.\\d{1,3}){0,3}[A-Za-z]?))(?:\\s*[:：.\\-–—]+\\s*|\\s*$|\\s+(?=[(（]))(.*)$`,
  'iu',
);
const numberedLabel = new RegExp(
  `^(?:\\*\\*|__)?(${requirementWord}\\s*[#№]?\\s*\\d{1,4}(?:\\.\\d{1,3}){0,3}[A-Za-z]?)(?:\\*\\*|__)?\\s*[:：–—](?:\\*\\*|__)?\\s*(.*)$`,
  'isu',
);
const named = new RegExp(`^${requirementWord}\\s*[:：]\\s*(\\S.*)$`, 'iu');
const trailing = new RegExp(`^(.*\\S)\\s*[([（【]\\s*(${tildeId.source}|${idToken.source})\\s*[)\\]）】]$`, 'u');

/** `Requirement 3.1: …` at the head of a bold label or an item: the number is the identity. */
export function numberedName(text: string): { id: string; rest: string } | undefined {
  const match = numberedLabel.exec(text);
  return match?.[1] ? { id: match[1].replace(/\s+/g, ' '), rest: (match[2] ?? '').trim() } : undefined;
}

/** Reads a heading that names a requirement: by an id before or behind its title, by a number, or by its name. */
export function headingCandidate(line: TextLine, index: number, patterns: readonly RegExp[]): Candidate | undefined {
  const common = {
    form: 'heading',
    start: index,
    line: line.line,
    level: line.level ?? 1,
    tags: [],
    lead: '',
    section: line.section,
  } as const;
  const label = readLabel(line.text, patterns, true);
  if (label) {
    return {
      ...common,
      id: label.id,
      column: line.column + label.at,
      title: plainText(label.rest),
      tags: label.tags,
      signs: {
        ...plainSigns,
        mark: label.mark,
        marked: true,
        struck: label.struck,
        grouped: label.grouped,
        ...(label.target === undefined ? {} : { target: label.target }),
      },
    };
  }
  const words = plainText(line.text).replace(/^\d+(?:\.\d+)*\.?\s+(?=\p{L})/u, '');
  const struck = line.text.includes('~~');
  const byNumber = numbered.exec(words);
  if (byNumber?.[1]) {
    const id = byNumber[1].replace(/\s+/g, ' ');
    const tag = /^[(（]([^()（）]{1,40})[)）]/.exec(byNumber[3] ?? '')?.[1];
    return {
      ...common,
      id,
      column: line.column,
      title: (byNumber[3] ?? '').trim(),
      tags: tag ? [tag] : [],
      signs: { ...plainSigns, marked: true, struck, named: true },
    };
  }
  const last = trailing.exec(words);
  const lastId = last?.[2] === undefined ? undefined : parseId(last[2]);
  if (last && lastId) {
    const title = (last[1] ?? '').replace(new RegExp(`^${requirementWord}\\s*[:：]\\s*`, 'iu'), '');
    return {
      ...common,
      id: lastId.text,
      column: line.column + Math.max(0, line.text.lastIndexOf(lastId.text)),
      title,
      signs: { ...plainSigns, marked: true, struck, trailing: title === last[1], declared: title !== last[1] },
    };
  }
  const byName = named.exec(words);
  if (byName?.[1]) {
    return {
      ...common,
      id: byName[1].trim(),
      column: line.column + Math.max(0, line.text.indexOf(byName[1].trim().charAt(0), 0)),
      title: byName[1].trim(),
      signs: { ...plainSigns, marked: true, struck, named: true, declared: true },
    };
  }
  return undefined;
}
