import type { Document } from '../../document/document.ts';
import { plainText } from '../requirements/plain-text.ts';
import { cellsOf } from '../requirements/text-line.ts';

/** The header over a place in a table; undefined outside of tables, in headers, and under an empty one. */
export function tableContexts(document: Document): (line: number, column: number) => string | undefined {
  const heads = new Map<number, readonly string[]>();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    const head = cellsOf((document.lines[block.line - 1] ?? '').trim()).map((cell) => plainText(cell));
    for (let line = block.line + 2; line <= block.lastLine; line += 1) heads.set(line, head);
  }
  if (heads.size === 0) return () => undefined;
  return (line, column) => {
    const head = heads.get(line);
    if (!head) return undefined;
    const before = (document.lines[line - 1] ?? '').slice(0, column - 1).trimStart();
    const bars = before.match(/(?<!\\)\|/g)?.length ?? 0;
    const label = head[before.startsWith('|') ? bars - 1 : bars];
    return label === undefined || label === '' ? undefined : label;
  };
}
