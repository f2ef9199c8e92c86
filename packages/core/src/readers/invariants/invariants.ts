import type { NodeFact } from '@iama/model';
import type { Block, Document, Section, Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { plainLine } from '../api-contract/plain-line.ts';
import { readTable } from '../api-contract/table-rows.ts';
import { slug } from '../documents.ts';
import { readStrength } from '../requirements/read-strength.ts';

const titled =
  /\binvariants\b|\binvariant$|\b(?:consistency|integrity) (?:rules?|constraints?|requirements)\b|不变量|不变式|不變量|一致性(?:规则|規則|约束|約束|要求)|完整性(?:规则|约束)|불변 ?(?:조건|식|사항)|일관성 ?규칙|무결성 ?(?:규칙|제약)|不変条件|整合性(?:ルール|制約)|\binvariantes\b|\breglas de (?:consistencia|integridad)\b|\bregras de (?:consistência|integridade)\b|\brègles de (?:cohérence|intégrité)\b|\binvarianten\b|\bkonsistenzregeln\b|инварианты|правила (?:согласованности|целостности)/i;
const about = /\b(?:failures?|violations?|violated|tests?|testing|checks?|how to)\b/i;

/** Numbered and bulleted items of sections that list invariants: id `<document>#<section>.<number>`. */
export const invariants: DocumentReader = {
  name: 'invariants',
  read(document) {
    if (!document.sections.some(lists)) return {};
    const nodes: NodeFact<'invariant'>[] = [];
    const spans: Span[] = [];
    const counted = new Map<Section, number>();
    for (const block of document.blocks) {
      if ((block.kind !== 'item' && block.kind !== 'table') || block.parent || !listing(block.section)) continue;
      for (const item of block.kind === 'item' ? [itemOf(document, block)] : rowsOf(document, block)) {
        const ordinal = (counted.get(block.section) ?? 0) + 1;
        counted.set(block.section, ordinal);
        if (item.text === '') continue;
        const number = item.number ?? String(ordinal);
        const id = `${document.name}#${block.section.number ?? slug(block.section.title)}.${number}`;
        nodes.push(invariantNode(document, block.section, id, number, item));
        spans.push({ node: { kind: 'invariant', id }, line: item.line, lastLine: item.lastLine });
      }
    }
    return { nodes, spans };
  },
};

interface Item {
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
  /** As written; absent for a bullet. */
  readonly number?: string;
  readonly text: string;
  readonly title?: string;
}

function lists(section: Section): boolean {
  return titled.test(section.title) && !about.test(section.title);
}

/** The section or one around it lists invariants. */
function listing(section: Section): boolean {
  for (let at: Section | undefined = section; at && at.level > 0; at = at.parent) if (lists(at)) return true;
  return false;
}

function itemOf(document: Document, block: Block<'item'>): Item {
  const raw = document.lines.slice(block.line - 1, block.lastLine).join('\n');
  const number = /^\s*(?:>\s?)*(\d+[A-Za-z]?)[.)]/.exec(raw)?.[1];
  const words = raw.replace(/^\s*(?:>\s?)*(?:[-*+]|\d+[A-Za-z]?[.)])\s+(?:\[[ xX]\]\s+)?/, '');
  const place = { line: block.line, lastLine: block.lastLine, column: block.column };
  return { ...place, ...(number === undefined ? {} : { number }), ...titleAndText(words) };
}

/** Rows of a table such as `| # | Invariant |`. */
function rowsOf(document: Document, block: Block<'table'>): Item[] {
  return readTable(document, block).rows.map(({ line, raw }) => {
    const number = /^\W*(\d+[A-Za-z]?)\W*$/.exec(raw[0] ?? '')?.[1];
    const words = raw.slice(number === undefined ? 0 : 1).join(' – ');
    return { line, lastLine: line, column: 1, ...(number === undefined ? {} : { number }), ...titleAndText(words) };
  });
}

/** `**Idempotency**: words` has a title; the rest is what holds. */
function titleAndText(words: string): { text: string; title?: string } {
  const lead = /^(?:\*\*|__)([^*\n]{1,120}?)(?:[:：.。]\s*(?:\*\*|__)|(?:\*\*|__)\s*[:：.。—–-])\s*/.exec(words);
  const plain = (text: string) => text.split('\n').map(plainLine).join(' ').replace(/\s+/g, ' ').trim();
  const rest = lead ? plain(words.slice(lead[0].length)) : '';
  return lead?.[1] && rest !== '' ? { title: plain(lead[1]), text: rest } : { text: plain(words) };
}

function invariantNode(
  document: Document,
  section: Section,
  id: string,
  number: string,
  { line, column, text, title }: Item,
): NodeFact<'invariant'> {
  return {
    kind: 'invariant',
    id,
    side: 'specified',
    at: { path: document.path, line, column, section: section.heading },
    attributes: {
      text,
      ...(title === undefined ? {} : { title }),
      strength: readStrength(`${title ?? ''} ${text}`),
      number,
    },
  };
}
