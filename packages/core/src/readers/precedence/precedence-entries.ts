import type { DocumentRole } from '@iama/model';
import type { Block, Document } from '../../document/document.ts';
import { firstWords, type ListRun } from '../../document/list-runs.ts';
import { tableRows } from '../../document/table-rows.ts';

/** One place in a list of documents in order of precedence. */
export interface PrecedenceEntry {
  readonly rank: number;
  readonly line: number;
  /** The entry's words. */
  readonly said: string;
  /** Paths and file names in it. */
  readonly names: readonly string[];
  /** Kinds of documents it speaks of without naming files: "ADRs", "the API contract". */
  readonly roles?: readonly DocumentRole[];
  /** Marks that are no file names but narrow the kind down: `V1_EN`. */
  readonly marks?: readonly string[];
}

const named =
  /`([^`\s]+)`|\]\(([^)\s]+)\)|\*\*([^*\s]+\.(?:md|ya?ml|json))\*\*|(?<![\w/])((?:[\w.-]+\/)*[\w.-]+\.(?:md|ya?ml|json|sql))\b/g;
const roleWords: readonly (readonly [DocumentRole, RegExp])[] = [
  ['adr', /\badrs?\b|\b(?:architecture|architectural) decisions?\b/i],
  ['api-contract', /\bapi (?:contract|spec(?:ification)?|reference|docs?)\b|\bopenapi\b/i],
  ['db-schema', /\b(?:db|database|data) (?:schema|model)\b|\bschema\b/i],
  ['prd', /\bprds?\b|\bproduct requirements?\b|\brequirements?(?: documents?| specs?)?\b|\bsrs\b|\bbrd\b|需求/i],
  ['workflow', /\b(?:development )?workflow\b|\bprocess document\b/i],
  ['architecture', /\barchitecture\b|\b(?:technical|system) design\b|\bdesign docs?\b|架构/i],
  ['ux', /\bux\b|\bwireframes?\b|\bdesign system\b|\bui spec\w*\b/i],
  ['guide', /\bguides?\b|\bguidelines?\b|\bagents?(?:\.md)?\b|\bconventions\b/i],
  ['plan', /\bplans?\b|\broadmap\b|\btasks?\b/i],
  ['index', /\breadmes?\b/i],
];

/** Paths, globs and file names in an entry's words. */
export function namesIn(said: string): string[] {
  return [...said.matchAll(named)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
    .filter((name) => /[./]/.test(name) || /^[A-Z][A-Z_-]{3,}$/.test(name));
}

/** One entry from its words; the kinds it speaks of count only when the words are a name, not a sentence. */
export function precedenceEntry(said: string, rank: number, line: number): PrecedenceEntry {
  const names = namesIn(said);
  const bare = said
    .replace(/`[^`]*`|\([^)]*\)|\[[^\]]*\]\([^)]*\)|[*_]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const head = (bare.split(/\s[—–-]\s|[:：.;]/)[0] ?? bare).trim();
  const role = names.length > 0 || head.length > 60 ? undefined : roleWords.find(([, pattern]) => pattern.test(head));
  const marks = [...said.matchAll(/`([\w-]{2,40})`/g)]
    .map((match) => match[1] ?? '')
    .filter((mark) => !names.includes(mark));
  return {
    rank,
    line,
    said,
    names,
    ...(role ? { roles: [role[0]] } : {}),
    ...(role && marks.length > 0 ? { marks } : {}),
  };
}

/** The entries of a list. The labels rank where they say more than one number; two entries under one number stand equal. */
export function listEntries(document: Document, run: ListRun): PrecedenceEntry[] {
  const labels = run.items.map((item) => Number(/^\d+/.exec(item.label ?? '')?.[0] ?? Number.NaN));
  const rising = labels.every((label, index) => index === 0 || label >= (labels[index - 1] ?? 0));
  const told = rising && new Set(labels).size > 1 && labels[0] === 1;
  return run.items.map((item, index) =>
    precedenceEntry(firstWords(document, item), told ? (labels[index] ?? index + 1) : index + 1, item.line),
  );
}

/** The entries of a table with a column that ranks and one that names documents. */
export function tableEntries(document: Document, block: Block<'table'>): PrecedenceEntry[] {
  const rows = tableRows(document, block);
  const titles = (rows[0]?.cells ?? []).map((cell) => cell.text.replace(/[*_`]/g, '').trim());
  const rank = titles.findIndex((title) =>
    /^(?:#|no\.?|rank|priority|precedence|order|level|tier|优先级|順位)$/i.test(title),
  );
  const name = titles.findIndex((title) =>
    /^(?:documents?|sources?|files?|specs?|artifacts?|references?|文档|文件|ドキュメント)\b/i.test(title),
  );
  if (rank < 0 || name < 0) return [];
  return rows.slice(1).map((row, index) => {
    const number = Number(/\d+/.exec(row.cells[rank]?.text ?? '')?.[0] ?? index + 1);
    return precedenceEntry(row.cells[name]?.text ?? '', number, row.line);
  });
}

/** `PRD > ADR > API contract` in one line. */
export function chainEntries(text: string, line: number): PrecedenceEntry[] {
  const bare = text.replace(/^[\s>]+/, '');
  const rest = /[:：]\s*(.+)$/.exec(bare)?.[1] ?? bare;
  const pieces = rest.split(/\s+(?:>{1,2}|→|≻)\s+/).map((piece) => piece.replace(/[.;]\s.*$|[.;]$/, '').trim());
  if (pieces.length < 3 || pieces.some((piece) => piece === '' || piece.length > 60)) return [];
  return pieces.map((said, index) => precedenceEntry(said, index + 1, line));
}
