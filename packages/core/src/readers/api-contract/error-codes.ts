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
  /** Named in running text, not in a list of its own. */
  readonly spoken?: boolean;
}

const errors =
  /\berr(?:or)?s?\b|\berror[ _-]?codes?\b|\bfaults?\b|\bfailures?\b|\bexceptions?\b|错误|錯誤|异常|返回码|业务码|状态码|에러|오류|エラー|ошиб|\bxato|\bfehler|\berreurs?\b|\berros?\b|\berrores\b|\blỗi\b/i;
const denials = /\bdenial[ _-]?(?:reasons?|codes?)\b|\breasons? for denial\b/i;

/** Every code that a table, list, heading or fence of the document defines, in reading order. */
export function listCodes(document: Document): ListedCode[] {
  return document.blocks.flatMap((block, index) => (mayList(document, block) ? codesOf(document, block, index) : []));
}

/**
 * The codes of a document's reference tables and lists. Those inside the blocks of endpoints count only where the document
 * has no reference of its own; one node a code, at its first line.
 */
export function errorCodeNodes(
  document: Document,
  listed: readonly ListedCode[],
  spans: readonly Span[],
): NodeFact<'error-code'>[] {
  const inside = ({ line }: ListedCode) =>
    spans.some((span) => span.line <= line && line <= span.lastLine && span.lastLine > span.line);
  const own = listed.filter((one) => !inside(one));
  const reference = own.some((one) => one.family !== 'denial');
  const nested = reference ? [] : listed.filter((one) => inside(one) && !one.spoken);
  const seen = new Set<string>();
  return [...own, ...nested]
    .sort((a, b) => a.line - b.line)
    .filter(({ code }) => !seen.has(code) && seen.add(code))
    .map((one) => codeNode(document, one));
}

/** A cheap look before the words around a block are read. */
function mayList(document: Document, block: Block): boolean {
  if (block.kind === 'paragraph') {
    return (
      block.parent === undefined &&
      document.lines.slice(block.line - 1, block.lastLine).some((line) => /enial/.test(line))
    );
  }
  if (block.kind === 'item') return /[A-Z]{2}|\d{4}|`/.test(document.lines[block.line - 1] ?? '');
  return block.kind === 'table' || block.kind === 'heading' || block.kind === 'code';
}

function codesOf(document: Document, block: Block, index: number): ListedCode[] {
  if (definesNothing(document, block.section, 'heading') || introducedAs(document, index) === 'wrong') return [];
  if (block.kind === 'paragraph') {
    return document.lines.slice(block.line - 1, block.lastLine).flatMap((text, offset) =>
      namedDenials(text).map((code) => ({
        code,
        family: 'denial' as const,
        line: block.line + offset,
        spoken: true,
      })),
    );
  }
  const words = around(document, block, index);
  const topic = denials.test(words) ? 'denial' : errors.test(words) ? 'error' : undefined;
  const family = topic === 'denial' ? { family: 'denial' as const } : {};
  if (block.kind === 'table') return codesInTable(document, block, topic).map((one) => ({ ...family, ...one }));
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
