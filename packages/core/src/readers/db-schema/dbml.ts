import type { ColumnDefinition, ConstraintDefinition, Definition, SchemaChange, SqlText } from '@iama/sql';
import { typeAsWritten } from '@iama/sql';

const ident = '(?:"[^"]+"|[A-Za-z_]\\w*)';
const path = `${ident}(?:\\.${ident})*`;

/** Reads DBML: `Table users { id integer [pk] }`, `Enum`, `Ref`. */
export function readDbml(source: SqlText): Definition[] {
  const found: Definition[] = [];
  const lines = source.text.split('\n');
  let offset = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const head = new RegExp(`^\\s*(Table|Enum)\\s+(${path})[^{]*\\{`, 'i').exec(line);
    const ref = new RegExp(`^\\s*Ref\\b[^:{]*:\\s*(${path})\\s*([<>-]+)\\s*(${path})`, 'i').exec(line);
    if (head?.[1] && head[2]) {
      const start = offset + line.search(/\S/);
      const from = index;
      const body: { text: string; offset: number }[] = [];
      let depth = 1;
      while (depth > 0 && index + 1 < lines.length) {
        offset += (lines[index] ?? '').length + 1;
        index += 1;
        const text = lines[index] ?? '';
        depth += (text.match(/\{/g)?.length ?? 0) - (text.match(/\}/g)?.length ?? 0);
        if (depth > 0) body.push({ text, offset });
      }
      const change = /^table$/i.test(head[1])
        ? readTable(source, bare(head[2]), start, body)
        : readEnum(source, bare(head[2]), start, body);
      const first = source.place(0).line;
      found.push({ change, line: first + from, lastLine: first + index, comments: {} });
    } else if (ref?.[1] && ref[3]) {
      const at = source.place(offset + line.search(/\S/));
      const [one, other] = ref[2] === '<' ? [ref[3], ref[1]] : [ref[1], ref[3]];
      const [from, to] = [split(one), split(other)];
      const constraint: ConstraintDefinition = {
        form: 'foreign',
        at,
        columns: [from.column],
        references: { table: to.table, columns: [to.column] },
      };
      found.push({
        change: { kind: 'add-constraint', at, table: from.table, constraint },
        line: at.line,
        lastLine: at.line,
        comments: {},
      });
    }
    offset += (lines[index] ?? '').length + 1;
  }
  return found;
}

function readEnum(source: SqlText, name: string, start: number, body: readonly { text: string }[]): SchemaChange {
  const values = body.flatMap(({ text }) => new RegExp(`^\\s*(${ident})`).exec(text)?.[1] ?? []);
  return { kind: 'create-enum', at: source.place(start), name, values: values.map(bare) };
}

function readTable(
  source: SqlText,
  table: string,
  start: number,
  body: readonly { text: string; offset: number }[],
): SchemaChange {
  const columns: ColumnDefinition[] = [];
  const constraints: ConstraintDefinition[] = [];
  let inside = 0;
  for (const { text, offset } of body) {
    const code = text.replace(/\/\/.*$/, '');
    if (/\{/.test(code)) inside += 1;
    const column = new RegExp(
      `^\\s*(${ident})\\s+(${path}(?:\\s*\\([^)]*\\))?(?:\\[\\d*\\])*)\\s*(?:\\[(.*)\\])?\\s*$`,
    ).exec(code);
    if (inside === 0 && column?.[1] && column[2] && !/^(?:note|indexes)$/i.test(column[1])) {
      const at = source.place(offset + code.search(/\S/));
      const name = bare(column[1]);
      const settings = column[3] ?? '';
      const primary = /\b(?:pk|primary key)\b/i.test(settings);
      const reference = new RegExp(`\\bref\\s*:\\s*[<>-]+\\s*(${path})`, 'i').exec(settings)?.[1];
      const fallback = /\bdefault\s*:\s*(`[^`]*`|'[^']*'|"[^"]*"|[^,\]]+)/i.exec(settings)?.[1];
      const own = { at, columns: [name] };
      if (primary) constraints.push({ form: 'primary', ...own });
      if (/\bunique\b/i.test(settings)) constraints.push({ form: 'unique', ...own });
      if (reference !== undefined) {
        const to = split(reference);
        constraints.push({ form: 'foreign', ...own, references: { table: to.table, columns: [to.column] } });
      }
      columns.push({
        name,
        at,
        type: typeAsWritten(column[2].replace(/^"(.*)"$/, '$1')),
        nullable: !primary && !/\bnot null\b/i.test(settings),
        ...(fallback === undefined ? {} : { default: fallback.replace(/^`(.*)`$/, '$1').trim() }),
        ...(/\bincrement\b/i.test(settings) ? { generated: 'identity' as const } : {}),
      });
    } else if (inside > 0 && /\[[^\]]*\bpk\b/i.test(code)) {
      const keys = /\(([^)]*)\)/
        .exec(code)?.[1]
        ?.split(',')
        .map((key) => bare(key.trim()));
      if (keys) constraints.push({ form: 'primary', at: source.place(offset), columns: keys });
    }
    if (/\}/.test(code)) inside -= 1;
  }
  return {
    kind: 'create-table',
    at: source.place(start),
    table,
    columns,
    constraints,
    origin: { inherits: [], like: [] },
    temporary: false,
  };
}

function split(text: string): { table: string; column: string } {
  const name = bare(text);
  const dot = name.lastIndexOf('.');
  return { table: name.slice(0, Math.max(0, dot)), column: name.slice(dot + 1) };
}

function bare(text: string): string {
  const parts = text.match(/"[^"]+"|\w+/g) ?? [];
  const names = parts.map((part) => part.replace(/^"|"$/g, ''));
  return (names.length > 1 && names[0] === 'public' ? names.slice(1) : names).join('.');
}
