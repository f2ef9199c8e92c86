import type { Root } from 'mdast';
import { parse as parseYaml } from 'yaml';
import type { Section } from './document.ts';

const labelled =
  /^\s*(?:[-*+]\s+|>\s*)?(?:\*\*|__)?([A-Za-z][A-Za-z /-]{1,30}?)(?:\*\*|__)?\s*[:：](?:\*\*|__)?\s*(\S.*?)\s*$/;
const row = /^\s*\|\s*(?:\*\*)?([A-Za-z][A-Za-z /-]{1,30}?)(?:\*\*)?\s*\|\s*([^|]+?)\s*\|\s*$/;

type Header = Map<string, { readonly value: string; readonly line: number }>;

/** Reads front matter and the labelled lines (`Status: Approved`, `| Version | 2 |`) that stand before the second heading. */
export function readHeader(lines: readonly string[], sections: readonly Section[], root: Root): Header {
  const header: Header = new Map();
  const front = root.children[0];
  if (front?.type === 'yaml') addFrontMatter(front.value, header);
  const end = Math.min(sections.find((section, index) => index > 0 && section.level > 1)?.line ?? lines.length, 60);
  const start = front?.type === 'yaml' ? (front.position?.end.line ?? 0) : 0;
  for (let index = start; index < end; index += 1) {
    const line = lines[index] ?? '';
    const match = labelled.exec(line) ?? row.exec(line);
    if (!match?.[1] || !match[2]) continue;
    const label = match[1].trim().toLowerCase();
    if (!header.has(label)) header.set(label, { value: bare(match[2]), line: index + 1 });
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
    const text = Array.isArray(value)
      ? value.map(String).join(', ')
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : String(value ?? '');
    const line = lines.findIndex((candidate) => candidate.startsWith(`${key}:`)) + 2;
    header.set(key.toLowerCase().replaceAll('_', ' '), { value: text, line: Math.max(1, line) });
  }
}

function bare(value: string): string {
  return value.replace(/^[`*_"]+|[`*_"]+$/g, '').trim();
}
