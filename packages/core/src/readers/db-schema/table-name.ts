import type { PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Block, Document, Section } from '../../document/document.ts';
import { previousBlock } from './is-example.ts';

const name = '[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?';
const kindWord =
  '(?:db |database )?(?:tables?|entity|entities|model|collection|relation|schema)|テーブル|エンティティ|数据表|表|테이블|엔티티|tabla|tabelle|tabela|таблица|сущность|entidad|entität|entité';
const generic = new Set(
  (
    'overview summary columns column fields field schema schemas index indexes indices relationships relations notes note description structure table tables properties attributes ' +
    'parameters request response body headers enums enum types constraints constraint definition definitions design purpose example examples details metadata data database entities entity models model ' +
    'keys triggers views functions policies security introduction conventions appendix references changelog todo usage version general core common main optional required'
  ).split(' '),
);

export interface TableLabel {
  readonly name: string;
  /** The line the name stands at. */
  readonly line: number;
}

/** The table a block describes: named by the label right before it, else by its heading, or by the one above a heading like `Columns`. */
export function tableLabel(document: Document, block: Block): TableLabel | undefined {
  const before = previousBlock(document, block);
  if (before?.kind === 'paragraph') {
    const label = labelName(before.node.children, document.lines[before.line - 1] ?? '');
    if (label !== undefined) return { name: label, line: before.line };
  }
  if (before?.kind === 'item') {
    const first = before.node.children[0];
    const label = first?.type === 'paragraph' ? labelName(first.children, '') : undefined;
    if (label !== undefined) return { name: label, line: before.line };
  }
  return sectionTable(block.section);
}

/** The table a section's heading names. */
export function sectionTable(section: Section): TableLabel | undefined {
  if (!section.node || section.level === 1) return undefined;
  const found = headingName(section.node.children, section.title);
  if (found !== undefined) return { name: found, line: section.line };
  const words = section.title
    .replace(/[^\p{L}\s]/gu, '')
    .trim()
    .toLowerCase();
  const part =
    /^(?:columns?|fields?|attributes|structure|definition|schema|columnas|campos|spalten|felder|champs|字段|字段说明|表结构|列|カラム|カラム定義|컬럼)(?: (?:definitions?|list|details))?$/;
  return part.test(words) && section.parent ? sectionTable(section.parent) : undefined;
}

function headingName(children: readonly PhrasingContent[], title: string): string | undefined {
  const spans = children.filter((child) => child.type === 'inlineCode').map((child) => child.value.trim());
  const named = spans.filter((span) => new RegExp(`^(?:${name})$`).test(span));
  if (spans.length > 0) return spans.length === 1 && named.length === 1 ? named[0] : undefined;
  const text = title
    .replace(/^[^\p{L}_(]+/u, '')
    .replace(/[\s:：*]+$/, '')
    .trim();
  return (
    plain(match(text, `^(?:${kindWord})\\s*\\d*[:：.\\-–—\\s]\\s*["“]?(${name})["”]?(?:\\s*[（(\\-–—].*)?$`)) ??
    plain(match(text, `^(${name})\\s*(?:${kindWord})?\\s*(?:[（(].*[）)]|[\\-–—:：]\\s.+)?$`)) ??
    snake(match(text, `^[^()（）]+[（(]\\s*(${name})\\s*[）)]$`)) ??
    snake(match(text, `^(${name})\\s*[^\\x00-\\x7f].*$`) ?? match(text, `^[^\\x00-\\x7f][^A-Za-z]*(${name})$`))
  );
}

/** `**users**`, `` `users` ``, ``Table `users`:``, alone in a paragraph. */
function labelName(children: readonly PhrasingContent[], line: string): string | undefined {
  const text = children
    .map((child) => plainText(child))
    .join('')
    .trim();
  const [first] = children;
  const bold = children.length <= 2 && first?.type === 'strong';
  const code = children.length <= 2 && first?.type === 'inlineCode';
  const label = match(text, `^(?:${kindWord})\\s*[:：]?\\s*["“\`]?(${name})["”\`]?\\s*[:：]?$`);
  if (label !== undefined) return plain(label);
  if (!bold && !code) return undefined;
  if (/\S.*[.。]$/.test(line) && !bold) return undefined;
  return plain(match(text, `^(${name})\\s*(?:${kindWord})?\\s*(?:[（(].*[）)])?\\s*[:：]?$`));
}

function match(text: string, pattern: string): string | undefined {
  return new RegExp(pattern, 'iu').exec(text)?.[1];
}

/** Words of prose are no names, nor is a word that says which part of a table follows. */
function plain(found: string | undefined): string | undefined {
  return found === undefined || generic.has(found.toLowerCase()) ? undefined : found;
}

/** In brackets behind words only what looks like a name is one. */
function snake(found: string | undefined): string | undefined {
  return found !== undefined && (/_/.test(found) || /^[a-z][a-z0-9]+$/.test(found)) ? plain(found) : undefined;
}
