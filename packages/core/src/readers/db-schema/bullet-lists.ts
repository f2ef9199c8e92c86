import type { Place } from '@iama/model';
import type { ColumnDefinition, ConstraintDefinition } from '@iama/sql';
import { valuesInWords } from '@iama/sql';
import type { Block, Document } from '../../document/document.ts';
import type { ColumnWords } from './column-words.ts';
import { columnFrom, flags, typeWords } from './column-words.ts';
import { isExample } from './is-example.ts';
import { inSchema } from './schema-context.ts';
import type { SchemaDefinition } from './schema-definition.ts';
import { tableLabel } from './table-name.ts';

/** Tables written as lists: one item a column (`id: uuid, pk`), the name in a heading, label or item above. */
export function bulletLists(document: Document): SchemaDefinition[] {
  return listsOf(document).flatMap((items) => {
    const [first] = items;
    if (!first || items.length < 2 || !inSchema(document, first.section)) return [];
    const definition = readList(document, items, first);
    return definition && !isExample(document, first) ? [definition] : [];
  });
}

/** Items that stand in one list: nothing but what is inside them comes between. */
function listsOf(document: Document): Block<'item'>[][] {
  const lists: Block<'item'>[][] = [];
  const open = new Map<object, Block<'item'>[]>();
  for (const block of document.blocks) {
    const place = block.parent ?? block.section;
    const list = open.get(place);
    if (block.kind !== 'item') open.delete(place);
    else if (list) list.push(block);
    else {
      const started = [block];
      open.set(place, started);
      lists.push(started);
    }
  }
  return lists;
}

interface Row {
  readonly names: readonly string[];
  readonly words: ColumnWords;
  readonly at: Place;
}

function readList(
  document: Document,
  items: readonly Block<'item'>[],
  first: Block<'item'>,
): SchemaDefinition | undefined {
  const rows = items.map((item) => readItem(document, item));
  const typed = rows.filter((row) => row?.words.known);
  const certain = rows.filter((row) => row?.words.certain);
  const read = rows.filter((row) => row !== undefined);
  if (certain.length < 2 || typed.length < items.length * 0.4 || read.length < items.length * 0.6) return undefined;
  const label = tableLabel(document, first);
  if (!label) return undefined;
  const columns: ColumnDefinition[] = [];
  const constraints: ConstraintDefinition[] = [];
  const keys: string[] = [];
  const saysNull = read.some((row) => row.words.saysNull);
  for (const row of read) {
    if (saysNull && row.words.known && row.words.references === undefined) row.words.nullable ??= true;
    for (const name of row.names) {
      const said = columnFrom(name, row.at, row.words);
      columns.push(said.column);
      constraints.push(...said.constraints);
      if (row.words.primary) keys.push(name);
    }
  }
  const at: Place = {
    path: document.path,
    line: label.line,
    column: Math.max(1, (document.lines[label.line - 1] ?? '').search(/\S/) + 1),
    section: first.section.heading,
  };
  if (keys.length > 0) constraints.unshift({ form: 'primary', at, columns: keys });
  return {
    form: 'list',
    section: first.section,
    from: label.line,
    line: label.line,
    lastLine: items.at(-1)?.lastLine ?? first.lastLine,
    comments: {},
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

/** `` `id uuid pk` ``, `` `id` (uuid, PK): why ``, `id: uuid`, `` `created_at`, `updated_at` ``. */
function readItem(document: Document, item: Block<'item'>): Row | undefined {
  const source = document.lines[item.line - 1] ?? '';
  const text = source
    .slice(item.column - 1)
    .replace(/^(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, '')
    .trim();
  const at: Place = { path: document.path, line: item.line, column: item.column, section: item.section.heading };
  if (/^~~/.test(text)) return undefined;
  const whole = /^`([A-Za-z_]\w*)\s+([^`]+)`\s*(.*)$/.exec(text);
  if (whole?.[1] && whole[2]) return { names: [whole[1]], words: described(whole[2], whole[3] ?? ''), at };
  const names = /^(?:[`*]*[A-Za-z_]\w*[`*]*)(?:\s*[,/]\s*[`*]*[A-Za-z_]\w*[`*]*)*$/.exec(text);
  if (names && /`/.test(text))
    return { names: text.split(/\s*[,/]\s*/).map((name) => name.replace(/[`*]/g, '')), words: { certain: false }, at };
  const said =
    /^[`*]*([A-Za-z_]\w*)[`*]*\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)|[:：]|[–—-](?=\s)|(?=\s))\s*[*]*\s*(.*)$/.exec(
      text,
    );
  if (!said?.[1]) return undefined;
  const words =
    said[2] === undefined
      ? described(said[3] ?? '', '')
      : described(said[2].replace(/^\s*type:\s*/i, ''), said[3] ?? '');
  return words.known ? { names: [said[1]], words, at } : undefined;
}

function described(type: string, rest: string): ColumnWords {
  const words = typeWords(type);
  if (rest !== '') {
    const values = valuesInWords(rest) ?? valuesInWords(rest.replace(/^\((.*?)\)?$/, 'one of $1'));
    if (values && words.values === undefined && /text|char|enum|string/i.test(words.type ?? '')) words.values = values;
    flags(rest.replace(/^[\s:–—-]+/, ''), words);
  }
  return words;
}
