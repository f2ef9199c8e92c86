import type { NodeFact } from '@iama/model';
import type { Block, Document, Section, Span } from '../../document/document.ts';
import { definesNothing, introducedAs } from './defines-nothing.ts';
import { codesInFence, codesInHeading, codesInItem, codesInTable } from './listed-codes.ts';
import { namedDenials } from './reply-words.ts';

/** One code a list or table defines. */
export interface ListedCode {
  readonly code: string;
  readonly status?: number;
  readonly meaning?: string;
  readonly family?: 'denial';
  readonly line: number;
}

const errors =
  /\berr(?:or)?s?\b|\berror[ _-]?codes?\b|\bfaults?\b|\bfailures?\b|\bexceptions?\b|错误|錯誤|异常|返回码|业务码|状态码|에러|오류|エラー|ошиб|\bxato|\bfehler|\berreurs?\b|\berros?\b|\berrores\b|\blỗi\b/i;
const denials = /\bdenial[ _-]?(?:reasons?|codes?)\b|\breasons? for denial\b/i;

/**
 * The codes of a document's reference tables and lists. Tables inside the blocks of endpoints count only where the document
 * has no reference of its own; one node a code, at its first line.
 */
export function readErrorCodes(document: Document, spans: readonly Span[]): NodeFact<'error-code'>[] {
  const inside = (line: number) =>
    spans.some((span) => span.line <= line && line <= span.lastLine && span.lastLine > span.line);
  const own: ListedCode[] = [];
  const nested: ListedCode[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const into = inside(block.line) ? nested : own;
    if (block.kind === 'paragraph' && into === nested) continue;
    into.push(...codesOf(document, block, index));
  }
  const taken = own.some((one) => one.family !== 'denial') ? own : [...own, ...nested];
  const seen = new Set<string>();
  const nodes: NodeFact<'error-code'>[] = [];
  for (const one of taken.sort((a, b) => a.line - b.line)) {
    if (seen.has(one.code)) continue;
    seen.add(one.code);
    nodes.push(codeNode(document, one));
  }
  return nodes;
}

function codesOf(document: Document, block: Block, index: number): ListedCode[] {
  if (definesNothing(document, block.section, 'heading') || introducedAs(document, index) === 'wrong') return [];
  const words = around(document, block, index);
  const topic = denials.test(words) ? 'denial' : errors.test(words) ? 'error' : undefined;
  const family = topic === 'denial' ? { family: 'denial' as const } : {};
  if (block.kind === 'table') return codesInTable(document, block, topic).map((one) => ({ ...family, ...one }));
  if (block.kind === 'paragraph' && block.parent === undefined) {
    return document.lines
      .slice(block.line - 1, block.lastLine)
      .flatMap((text, offset) =>
        namedDenials(text).map((code) => ({ code, family: 'denial' as const, line: block.line + offset })),
      );
  }
  if (topic === undefined) return [];
  if (block.kind === 'item') return codesInItem(document, block).map((one) => ({ ...family, ...one }));
  if (block.kind === 'heading') return codesInHeading(document, block);
  return block.kind === 'code' ? codesInFence(block).map((one) => ({ ...family, ...one })) : [];
}

/** The words a list or table stands under: its headings, the line above it, the document's title. */
function around(document: Document, block: Block, index: number): string {
  const titles: string[] = [];
  for (let at: Section | undefined = block.section; at && at.level > 0; at = at.parent) {
    if (at.line !== block.line) titles.push(at.title);
  }
  const before = document.blocks[index - 1];
  if (before?.kind === 'paragraph' && before.section === block.section)
    titles.push((document.lines[before.lastLine - 1] ?? '').slice(0, 200));
  titles.push(document.path.split('/').pop() ?? '');
  return titles.join('\n');
}

function codeNode(document: Document, one: ListedCode): NodeFact<'error-code'> {
  const section = document.sections.findLast((candidate) => candidate.line <= one.line);
  return {
    kind: 'error-code',
    id: one.code,
    side: 'specified',
    at: {
      path: document.path,
      line: one.line,
      column: 1,
      ...(section && section.level > 0 ? { section: section.heading } : {}),
    },
    attributes: {
      ...(one.status === undefined ? {} : { httpStatus: one.status }),
      ...(one.meaning === undefined || one.meaning === '' ? {} : { meaning: one.meaning }),
      family: one.family ?? 'error',
    },
  };
}
