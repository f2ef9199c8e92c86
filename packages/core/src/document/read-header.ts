import type { Root } from 'mdast';
import { parse as parseYaml } from 'yaml';
import type { Section } from './document.ts';

const label = '[\\p{L}][\\p{L} /_-]{1,30}?|[\\p{Script=Han}]{2,8}';
const labelled = new RegExp(
  `^\\s*(?:[-*+]\\s+|>\\s*)?(?:\\*\\*|__)?(${label})(?:\\*\\*|__)?\\s*[:：]\\s*(?:\\*\\*|__)?\\s*(\\S.*?)\\s*$`,
  'u',
);
const row = new RegExp(
  `^\\s*\\|\\s*(?:\\*\\*)?(${label})\\s*[:：]?(?:\\*\\*)?\\s*\\|\\s*([^|\\s](?:[^|]*[^|\\s])?)\\s*\\|\\s*$`,
  'u',
);
/** `**Status:** Accepted | **Date:** 2024-01-01` on one line. */
const several = new RegExp(`\\s+[|·•]\\s+(?=(?:\\*\\*|__)?(?:${label})(?:\\*\\*|__)?\\s*[:：])`, 'gu');

export type Header = Map<string, { readonly value: string; readonly line: number }>;

/** Reads front matter and the labelled lines (`Status: Approved`, `| Version | 2 |`) that stand before the second heading. */
export function readHeader(lines: readonly string[], sections: readonly Section[], root: Root): Header {
  const header: Header = new Map();
  const front = root.children[0];
  if (front?.type === 'yaml') addFrontMatter(front.value, header);
  const end = Math.min(sections.find((section, index) => index > 0 && section.level > 1)?.line ?? lines.length, 60);
  const start = front?.type === 'yaml' ? (front.position?.end.line ?? 0) : 0;
  for (const [key, value] of labelledLines(lines, start, end)) if (!header.has(key)) header.set(key, value);
  return header;
}

/** The labelled values among some lines, by lower-case label; the first of each label counts. */
export function labelledLines(lines: readonly string[], from: number, to: number): Header {
  const header: Header = new Map();
  for (let index = from; index < to; index += 1) {
    const line = lines[index] ?? '';
    if (line.length > 2000) continue;
    const pieces = line.trimStart().startsWith('|') ? [line] : line.split(several);
    for (const piece of pieces) {
      const match = labelled.exec(piece) ?? row.exec(piece);
      if (!match?.[1] || !match[2]) continue;
      const key = match[1].trim().toLowerCase();
      if (!header.has(key)) header.set(key, { value: bare(match[2]), line: index + 1 });
    }
  }
  return header;
}

function addFrontMatter(yaml: string, header: Header): void {
  let values: unknown;
  try {
    values = parseYaml(yaml);
  } catch {
    return;
  }
  if (values === null || typeof values !== 'object') return;
  const lines = yaml.split('\n');
  for (const [key, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value.map(wordsOf).join(', ') : wordsOf(value);
    const line = lines.findIndex((candidate) => candidate.startsWith(`${key}:`)) + 2;
    header.set(key.toLowerCase().replaceAll('_', ' '), { value: text, line: Math.max(1, line) });
  }
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? '' : String(value);
}

function bare(value: string): string {
  return value.replace(/^[`*_"]+|[`*_"]+$/g, '').trim();
}
