import type { Field } from '@iama/model';
import type { Meaning } from './column-meaning.ts';
import type { ObjectField } from './object-fields.ts';
import { describeValue, readNeed } from './object-fields.ts';
import type { ReadTable } from './table-rows.ts';

/** Fields of a Markdown table with a name column; undefined when it is no table of fields. */
export function readFieldTable(table: ReadTable, columns: ReadonlyMap<Meaning, number>): ObjectField[] | undefined {
  const name = columns.get('name');
  if (name === undefined || columns.has('status') || (columns.has('code') && !columns.has('type'))) return undefined;
  const cell = (row: readonly string[], meaning: Meaning) => {
    const at = columns.get(meaning);
    return at === undefined ? undefined : row[at];
  };
  const inverse = /optional|可选|선택/i.test(table.header[columns.get('required') ?? -1] ?? '');
  return table.rows.flatMap((row, offset) => {
    const written = (row.cells[name] ?? '').replace(/^[└├─│\s>+-]+/, '');
    const match = /^(?:\[)?([\p{L}_$@][\p{L}\p{N}_$.[\]@-]{0,60}?)(\?)?(\*)?\]?(?=$|\s|[,:(（])/u.exec(written);
    if (!match?.[1]) return [];
    const type = describeValue(
      (cell(row.raw, 'type') ?? '')
        .replace(/`/g, '')
        .replace(/\\\|/g, '|')
        .replace(/\s*\(.*$/, ''),
    );
    const values =
      closedValues(cell(row.raw, 'values')) ??
      type.values ??
      closedValues(/(?:one of|enum|values?|取值|可选值)[:：]?\s*(.*)$/i.exec(cell(row.raw, 'description') ?? '')?.[1]);
    const required = needOf(match[2], match[3], cell(row.cells, 'required'), cell(row.cells, 'description'), inverse);
    const place = placeOf(cell(row.cells, 'in'));
    return [
      {
        name: match[1],
        ...(type.type === undefined ? {} : { type: type.type }),
        ...(values ? { values } : {}),
        ...(required === undefined ? {} : { required }),
        ...(place ? { in: place } : {}),
        offset: offset + 2,
      },
    ];
  });
}

function needOf(
  optional: string | undefined,
  star: string | undefined,
  said: string | undefined,
  words: string | undefined,
  inverse: boolean,
): boolean | undefined {
  if (optional) return false;
  if (star) return true;
  if (said === undefined)
    return words === undefined
      ? undefined
      : readNeed(/^\W*(?:\*\*)?(?:required|optional|mandatory|必填|可选|选填|필수|선택)/i.exec(words)?.[0] ?? '');
  const need = /^(?:yes|y|true|是|o|必|✅|✓|✔|●|예|required.*)$/i.test(said.trim())
    ? true
    : /^(?:no|n|false|否|x|-|–|—|❌|○|아니오|optional.*|)$/i.test(said.trim())
      ? false
      : readNeed(said);
  return need === undefined ? undefined : inverse ? !need : need;
}

function placeOf(said: string | undefined): Field['in'] | undefined {
  const match = /\b(path|query|header|body|url|form)\b|路径|查询|请求头|请求体/i.exec(said ?? '');
  const word = match?.[0].toLowerCase();
  if (word === undefined) return undefined;
  if (word === 'path' || word === 'url' || word === '路径') return 'path';
  if (word === 'query' || word === '查询') return 'query';
  return word === 'header' || word === '请求头' ? 'header' : 'body';
}

/** `A`, `B`, `C` in code spans, or `A | B | C`. */
function closedValues(written: string | undefined): string[] | undefined {
  if (!written) return undefined;
  const spans = [...written.matchAll(/`["']?([^`"']{1,60})["']?`/g)].map((match) => match[1] ?? '');
  const between = written.replace(/`[^`]*`/g, '').replace(/\b(?:or|and)\b|default|默认/gi, '');
  if (spans.length > 1 && /^[\s,/|、.()]*$/.test(between)) return spans;
  const piped = describeValue(written.replace(/`/g, '')).values;
  return piped && piped.length > 1 ? piped : undefined;
}
