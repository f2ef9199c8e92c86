import type { ColumnDefinition, ConstraintDefinition, Definition, SqlText } from '@iama/sql';
import { typeAsWritten, valuesInWords } from '@iama/sql';
import { isLoose } from './column-words.ts';

const head = /^\s*(?:"([^"]+)"|([A-Za-z_][\w-]*))(?:\s*\[[^\]]*\])?\s*\{\s*$/;
const attribute =
  /^\s*([A-Za-z_][\w-]*(?:\([^)]*\))?(?:\[\])?)\s+\*?([A-Za-z_][\w-]*)\*?((?:\s*,?\s*\b(?:PK|FK|UK)\b)*)\s*(?:"([^"]*)")?\s*$/;

/**
 * Reads the entities of a Mermaid `erDiagram` that have attributes. Names all in capitals, as diagrams write them, are
 * lower case, as SQL takes them.
 */
export function readEntityDiagram(source: SqlText): Definition[] {
  if (!/^\s*(?:%%.*\n\s*|---[\s\S]*?---\s*)*erDiagram\b/.test(source.text)) return [];
  const found: Definition[] = [];
  const lines = source.text.split('\n');
  let offset = 0;
  let open:
    | { name: string; start: number; line: number; columns: ColumnDefinition[]; constraints: ConstraintDefinition[] }
    | undefined;
  for (const [index, line] of lines.entries()) {
    const entity = head.exec(line);
    if (!open && entity) {
      open = {
        name: fold(entity[1] ?? entity[2] ?? ''),
        start: offset + line.search(/\S/),
        line: index,
        columns: [],
        constraints: [],
      };
    } else if (open && /^\s*\}/.test(line)) {
      const at = source.place(open.start);
      const first = source.place(0).line;
      if (open.columns.length > 0)
        found.push({
          change: {
            kind: 'create-table',
            at,
            table: open.name,
            columns: open.columns,
            constraints: open.constraints,
            origin: { inherits: [], like: [] },
            temporary: false,
          },
          line: first + open.line,
          lastLine: first + index,
          comments: {},
        });
      open = undefined;
    } else if (open) addAttribute(source, line, offset, open);
    offset += line.length + 1;
  }
  return found;
}

function addAttribute(
  source: SqlText,
  line: string,
  offset: number,
  entity: { columns: ColumnDefinition[]; constraints: ConstraintDefinition[] },
): void {
  const said = attribute.exec(line);
  if (!said?.[1] || !said[2] || /^(?:UNIQUE|INDEX|PRIMARY)$/.test(said[1])) return;
  const at = source.place(offset + line.search(/\S/));
  const name = fold(said[2]);
  const keys = said[3] ?? '';
  const comment = said[4] ?? '';
  const exact = /^(?:NUMERIC|DECIMAL|N?VARCHAR|CHAR)\(\d+(?:\s*,\s*\d+)?\)$/i.test(comment) ? comment : undefined;
  const values = exact === undefined ? valuesInWords(comment) : undefined;
  const own = { at, columns: [name] };
  const primary = /\bPK\b/.test(keys);
  if (primary) entity.constraints.push({ form: 'primary', ...own });
  if (/\bUK\b/.test(keys)) entity.constraints.push({ form: 'unique', ...own });
  const nullable =
    primary || /\bnot null\b/i.test(comment) ? false : /\bnull(?:able)?\b/i.test(comment) ? true : undefined;
  const type = typeAsWritten(exact ?? said[1]).toUpperCase();
  entity.columns.push({
    name,
    at,
    type,
    ...(isLoose(type) || type === 'TIMESTAMP' ? { loose: true } : {}),
    ...(nullable === undefined ? {} : { nullable }),
    ...(values === undefined ? {} : { values }),
  });
}

function fold(name: string): string {
  return /^[A-Z][A-Z0-9_-]*$/.test(name) ? name.toLowerCase() : name;
}
