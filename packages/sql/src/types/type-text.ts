import type { TypeName } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { isBuiltInType, writtenNames } from './type-names.ts';

const identifier = '(?:"(?:[^"]|"")+"|[A-Za-z_\\u0080-\\uffff][\\w$\\u0080-\\uffff]*)';
const written = new RegExp(
  [
    '(?:double\\s+precision|(?:national\\s+)?char(?:acter)?\\s+varying|nchar\\s+varying|national\\s+char(?:acter)?|bit\\s+varying',
    `|interval\\s+(?:year|month|day|hour|minute|second)(?:\\s+to\\s+(?:month|hour|minute|second))?`,
    `|${identifier}(?:\\s*\\.\\s*${identifier})*)`,
    '(?:\\s*\\([^()]*\\))?',
    '(?:\\s+with(?:out)?\\s+time\\s+zone)?',
    '(?:(?:\\s*\\[\\s*\\d*\\s*\\])+|\\s+array\\b(?:\\s*\\[\\s*\\d*\\s*\\])?)?',
  ].join(''),
  'iy',
);

/** A type as the statement writes it, in the form `typeAsWritten` gives. */
export function typeText(type: TypeName, statement: Statement): string {
  if (type.location !== undefined && type.location >= 0) {
    written.lastIndex = statement.offset(type.location);
    const match = written.exec(statement.source.text);
    if (match) return typeAsWritten(match[0]);
  }
  return typeFromTree(type);
}

/** Names of built-in types in upper case, one space between words, none inside brackets; names of other types as they are. */
export function typeAsWritten(text: string): string {
  const tidy = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([(),[\]]) ?/g, '$1')
    .replace(/\)(?=[a-z])/gi, ') ')
    .replace(/^"?pg_catalog"?\./i, '');
  const internal = /^"?(bpchar|int[248]|float[48]|bool|varbit)"?(?![A-Za-z_])/.exec(tidy);
  const name =
    internal?.[1] && tidy.startsWith('"') ? tidy.replace(internal[0], writtenNames[internal[1]] ?? '') : tidy;
  return isBuiltInType(name) ? name.toUpperCase() : name;
}

function typeFromTree(type: TypeName): string {
  const names = (type.names ?? []).map((name) => ('String' in name ? (name.String.sval ?? '') : ''));
  const bare = names.filter((name, index) => !(index === 0 && name === 'pg_catalog' && names.length > 1));
  const name = bare.length === 1 ? (writtenNames[bare[0] ?? ''] ?? bare[0] ?? '') : bare.join('.');
  const modifiers = (type.typmods ?? []).map((node) =>
    'A_Const' in node ? String(node.A_Const.ival?.ival ?? node.A_Const.sval?.sval ?? 0) : '?',
  );
  const arrays = '[]'.repeat(type.arrayBounds?.length ?? 0);
  return typeAsWritten(`${name}${modifiers.length > 0 ? `(${modifiers.join(',')})` : ''}${arrays}`);
}
