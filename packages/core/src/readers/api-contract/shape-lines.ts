import type { ObjectField } from './object-fields.ts';
import { describeValue, readNeed, readObject } from './object-fields.ts';

const line =
  /^(\s*)(?:([-*•])\s+)?(["'`]?)([\p{L}_$@][\p{L}\p{N}_$.@-]{0,60}(?:\[\])?)\3(\?)?\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*)?(?:[:：]\s*(.*)|[–—-]\s+(.*))?$/u;
/** A word that is a type. */
export const typeName =
  /^\s*`?(?:string|str|text|number|int|integer|long|float|double|decimal|bool|boolean|array|list|object|map|json|uuid|guid|date|datetime|timestamp|enum|file|binary|any|char|varchar)\b/i;
const note = /\s+(?:--|\/\/|#|—|–|<-|←)\s.*$/;

/**
 * Reads lines such as `name: string (required)` or `- id: string`, nested by indentation, the way contracts sketch a body.
 * A line that is no field ends nothing: the lines around it still count.
 */
export function readShapeLines(lines: readonly string[]): ObjectField[] {
  const fields: ObjectField[] = [];
  const open: { readonly indent: number; readonly name: string }[] = [];
  for (const [offset, raw] of lines.entries()) {
    if (raw.length > 1000) continue;
    const match = line.exec(raw);
    if (!match?.[4] || (match[7] === undefined && match[6] === undefined && match[8] === undefined && !match[2]))
      continue;
    const indent = (match[1] ?? '').length + (match[2] ? 2 : 0);
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const outer = open.at(-1);
    const member = match[2] !== undefined && outer !== undefined && !outer.name.endsWith('[]');
    if (member && outer) {
      open[open.length - 1] = { indent: outer.indent, name: `${outer.name}[]` };
      const at = fields.findIndex((field) => field.name === outer.name);
      const list = fields[at];
      if (list && list.type === undefined) fields[at] = { ...list, type: 'array' };
    }
    const prefix = open.at(-1)?.name;
    const name = prefix === undefined ? match[4] : `${prefix}.${match[4]}`;
    const said = (match[7] ?? match[8] ?? '').trim();
    fields.push(...readField(name, said, match[6], match[5] === '?', offset, match[7] !== undefined));
    if (said === '' && match[7] !== undefined) open.push({ indent, name });
    else if (/^(?:array|object|list)\b|\[\]$/i.test(said))
      open.push({ indent, name: /^(?:array|list)\b|\[\]/i.test(said) ? `${name}[]` : name });
  }
  return fields.filter((field, index) => fields.findIndex((other) => other.name === field.name) === index);
}

/** `["A"] | ["A", "B"]`: a list of a closed vocabulary. */
function listOf(text: string): { type: string; values: string[]; literal?: string } {
  const values = [...text.matchAll(/["']([^"']{1,60})["']/g)].map((match) => match[1] ?? '');
  return { type: 'array', values: [...new Set(values)] };
}

function readField(
  name: string,
  said: string,
  before: string | undefined,
  marked: boolean,
  offset: number,
  typed: boolean,
): ObjectField[] {
  const remark = note.exec(said)?.[0] ?? '';
  const core = said.slice(0, said.length - remark.length);
  const words = /\s*[（(]/.exec(core);
  const written = (words ? core.slice(0, words.index) : core).replace(/[,;]\s*$/, '').trim();
  const remarks = `${before ?? ''} ${words ? core.slice(words.index) : ''} ${remark}`;
  const need = marked ? false : readNeed(remarks);
  const inline = core.trim();
  const many = inline.startsWith('[') || /\}\s*\[\]$/.test(written);
  const nested = /^[{[]/.test(inline)
    ? readObject(inline).map((field) => ({
        ...field,
        name: `${name}${inline.startsWith('[') || !many ? '' : '[]'}.${field.name}`.replace('.[]', '[]'),
        offset,
      }))
    : [];
  const kind = before !== undefined && typeName.test(before) ? before : typed ? written : '';
  const type = /^\[\s*["']/.test(inline) ? listOf(inline) : describeValue(kind.split(/,\s/)[0] ?? '');
  const { literal, ...rest } = nested.length > 0 ? { type: many ? 'array' : 'object', literal: undefined } : type;
  return [
    {
      name,
      ...rest,
      ...(literal === undefined
        ? {}
        : /^[\w.:-]{1,60}$/.test(literal) && /^["'`]/.test(written)
          ? { values: [literal], literal }
          : { literal }),
      ...(need === undefined ? {} : { required: need }),
      offset,
    },
    ...nested,
  ];
}
