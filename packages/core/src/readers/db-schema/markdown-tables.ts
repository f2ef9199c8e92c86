import type { Place } from '@iama/model';
import type { ColumnDefinition, ConstraintDefinition } from '@iama/sql';
import { valuesInWords } from '@iama/sql';
import type { TableCell } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Block, Document } from '../../document/document.ts';
import type { ColumnWords } from './column-words.ts';
import { columnFrom, flags, typeWords } from './column-words.ts';
import { isExample } from './is-example.ts';
import { inSchema } from './schema-context.ts';
import type { SchemaDefinition } from './schema-definition.ts';
import type { HeaderMeaning } from './table-headers.ts';
import { headerMeanings } from './table-headers.ts';
import { tableLabel } from './table-name.ts';

/** Tables written as Markdown tables: one row a column, the name in a heading or label above. */
export function markdownTables(document: Document): SchemaDefinition[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'table' || !inSchema(document, block.section)) return [];
    const definition = readTable(document, block);
    return definition && !isExample(document, block) ? [definition] : [];
  });
}

function readTable(document: Document, block: Block<'table'>): SchemaDefinition | undefined {
  const [head, ...rows] = block.node.children;
  const meanings = headerMeanings((head?.children ?? []).map((cell) => plainText(cell)));
  if (!meanings) return undefined;
  const label = tableLabel(document, block);
  if (!label) return undefined;
  const read = rows.flatMap((row) => {
    const line = row.position?.start.line ?? block.line;
    const cells = row.children.map((cell) => sourceText(document, cell));
    const names = columnNames(cells[nameIndex(meanings)] ?? '');
    return names === undefined ? [] : [{ line, cells, names, words: rowWords(cells, meanings) }];
  });
  const named = read.filter((row) => row.names.length > 0);
  if (named.length === 0 || named.length < rows.length * 0.6) return undefined;
  const certain = meanings.includes('column') || named.some((row) => row.words.certain);
  if (!certain) return undefined;
  impliedNulls(
    named.map((row) => row.words),
    meanings,
  );
  const columns: ColumnDefinition[] = [];
  const constraints: ConstraintDefinition[] = [];
  const keys: string[] = [];
  for (const row of named)
    for (const name of row.names) {
      const said = columnFrom(name, placeOf(document, block, row.line), row.words);
      columns.push(said.column);
      constraints.push(...said.constraints);
      if (row.words.primary) keys.push(name);
    }
  const at = placeOf(document, block, label.line);
  if (keys.length > 0) constraints.unshift({ form: 'primary', at, columns: keys });
  return {
    form: 'table',
    section: block.section,
    from: label.line,
    line: label.line,
    lastLine: block.lastLine,
    comments: Object.fromEntries(
      named.flatMap((row) => row.names.map((name) => [name, descriptionOf(row.cells, meanings)])),
    ),
    change: {
      kind: 'create-table',
      at,
      table: label.name,
      columns,
      constraints,
      origin: { inherits: [], like: [] },
      temporary: false,
    },
  };
}

function placeOf(document: Document, block: Block, line: number): Place {
  const column = (document.lines[line - 1] ?? '').search(/\S/) + 1;
  return { path: document.path, line, column: Math.max(1, column), section: block.section.heading };
}

function nameIndex(meanings: readonly (HeaderMeaning | undefined)[]): number {
  return meanings.findIndex((meaning) => meaning === 'column' || meaning === 'field');
}

/** The cell as written, marks of emphasis included: struck-through text must be told apart. */
function sourceText(document: Document, cell: TableCell): string {
  const from = cell.position?.start.offset;
  const to = cell.position?.end.offset;
  if (from === undefined || to === undefined) return '';
  return document.text
    .slice(from, to)
    .replace(/^\s*\|/, '')
    .replace(/(?<!\\)\|\s*$/, '')
    .trim();
}

/** The names in a first cell: none for a row that names no column, undefined for one that only goes on or is struck through. */
function columnNames(cell: string): string[] | undefined {
  if (cell === '' || /^(?:\.\.\.|…|-+)$/.test(cell) || /^~~.*~~$/.test(cell)) return undefined;
  const bare = cell
    .replace(/[*`"]/g, '')
    .replace(/\\_/g, '_')
    .replace(/\((?:PK|FK|UK|PK\s*[,/]\s*FK|FK\s*[,/]\s*PK|optional|unique)\)|[^\w\s,/.()$-]+|\b(?:PK|FK)\b/gi, ' ')
    .trim();
  const parts = bare.split(/\s*[,/]\s*/).map((part) => part.replace(/\?$/, '').trim());
  return parts.every((part) => /^[A-Za-z_][\w$]*$/.test(part)) ? parts : [];
}

const primaryKey =
  /^(?:primary key|PK\b|主键|主鍵|主キー|기본 ?키|clave primaria|chave primária|clé primaire|primärschlüssel|первичный ключ)/i;
const foreignKey =
  /\b(?:FK|foreign key|references)\b(?:\s*(?:to|of|on)\b)?|→|外键|外鍵|外部キー|외래 ?키|clave (?:foránea|externa)|chave estrangeira|clé étrangère|fremdschlüssel|внешний ключ/i;

function rowWords(cells: readonly string[], meanings: readonly (HeaderMeaning | undefined)[]): ColumnWords {
  const cell = (wanted: HeaderMeaning) => cells[meanings.indexOf(wanted)] ?? '';
  const words = meanings.includes('type') ? typeWords(cell('type')) : { certain: false };
  const length = /^\d+(?:\s*,\s*\d+)?$/.exec(cell('length').trim())?.[0];
  if (
    length !== undefined &&
    words.type !== undefined &&
    /^N?(?:VAR)?CHAR2?$|^NUMERIC$|^DECIMAL$|^BIT$/.test(words.type)
  )
    words.type = `${words.type}(${length.replace(/\s/g, '')})`;
  const name = cells[nameIndex(meanings)] ?? '';
  if (/\bPK\b|🔑|:key:/.test(name)) words.primary = true;
  for (const meaning of ['constraints', 'key', 'references'] as const) {
    const text = cell(meaning);
    if (text !== '') flags(meaning === 'references' && !/→|->|FK|references/i.test(text) ? `→ ${text}` : text, words);
  }
  const description = cell('description');
  if (primaryKey.test(description)) words.primary = true;
  if (words.references === undefined && foreignKey.test(`${cell('type')} ${description}`)) {
    const said: ColumnWords = { certain: false };
    flags(
      `FK ${foreignKey.test(description) ? description.slice(description.search(foreignKey)).replace(foreignKey, '') : description}`,
      said,
    );
    if (said.references) words.references = said.references;
  }
  const values = valuesInWords(cell('values')) ?? valuesInWords(description);
  if (values && words.values === undefined) words.values = values;
  const fallback = cell('default')
    .replace(/^`(.*)`$/, '$1')
    .trim();
  if (fallback !== '' && !/^(?:-+|—|–|none|n\/a|null|无|なし|없음|auto|✗|✘|❌|×)$/i.test(fallback))
    words.default = fallback;
  const nullable = yesNo(cell('nullable'));
  const required = yesNo(cell('required'));
  if (nullable !== undefined) words.nullable = nullable;
  else if (required !== undefined) words.nullable = !required;
  return words;
}

function yesNo(cell: string): boolean | undefined {
  const word = cell.replace(/[`*]/g, '').trim().toLowerCase();
  if (/^(?:not null|no|n|false|✗|✘|❌|×|✕|否|不|いいえ|아니오|non|nein|não|нет|0|required)(?:[\s,(].*)?$/.test(word))
    return false;
  if (
    /^(?:yes|y|true|✓|✔|✔️|✅|☑|null|nullable|是|可|○|〇|●|はい|예|o|si|sí|oui|ja|sim|да|1|optional)(?:[\s,(].*)?$/.test(
      word,
    )
  )
    return true;
  return undefined;
}

/**
 * What rows say by saying nothing: where some rows say NOT NULL among their constraints, the others
 * allow null, but for foreign keys, where people leave it out; where
 * a yes-or-no column has only one kind of mark, an empty cell is the other.
 */
function impliedNulls(rows: readonly ColumnWords[], meanings: readonly (HeaderMeaning | undefined)[]): void {
  if (meanings.includes('nullable') || meanings.includes('required')) {
    const said = new Set(rows.map((row) => row.nullable).filter((value) => value !== undefined));
    const [only] = said;
    if (said.size === 1 && only !== undefined) for (const row of rows) row.nullable ??= !only;
  } else if (rows.some((row) => row.saysNull))
    for (const row of rows) if (row.references === undefined) row.nullable ??= true;
}

function descriptionOf(cells: readonly string[], meanings: readonly (HeaderMeaning | undefined)[]): string {
  const index = meanings.indexOf('description');
  return index < 0 ? '' : (cells[index] ?? '');
}
