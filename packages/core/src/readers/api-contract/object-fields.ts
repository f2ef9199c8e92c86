import type { Field } from '@iama/model';

/** A field and, when a literal stands there, what it says. */
export interface ObjectField extends Field {
  readonly literal?: string;
  /** Lines after the first of the text. */
  readonly offset: number;
}

interface Frame {
  readonly prefix: string;
  readonly array: boolean;
}

const tokens =
  /\/\/[^\n]*|\/\*[\s\S]{0,2000}?\*\/|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\[\s*\]|[{}[\](),:;|?\n]|\.{3}|…|[^\s{}[\](),:;|?"'#]+/g;
const most = 300;
/** Below this nothing is named by all that stands around it. */
const deepest = 12;

/**
 * Reads the keys of anything written like an object: JSON with comments and dots, `{ email, token? }`, TypeScript types.
 * Keys of nested objects are dotted, those of list members have `[]`. Never throws; half an object gives half its keys.
 */
export function readObject(text: string): ObjectField[] {
  const fields: ObjectField[] = [];
  const stack: Frame[] = [];
  let offset = 0;
  let key: { name: string; optional: boolean; offset: number } | undefined;
  let value: string[] = [];
  const flush = (opened?: 'object' | 'array') => {
    const frame = stack.at(-1);
    if (key && fields.length < most) fields.push(makeField(key, value, opened));
    else if (!key && frame && !frame.array && !opened && fields.length < most) {
      const [name, mark] = value;
      if (name && value.length <= 2 && isName(name) && (mark === undefined || mark === '?'))
        fields.push(
          makeField(
            {
              name: frame.prefix + unquote(name).replace(/\?$/, ''),
              optional: mark === '?' || /\?["']$/.test(name),
              offset,
            },
            [],
            undefined,
          ),
        );
    }
    value = [];
  };
  for (const [token] of text.slice(0, 60_000).matchAll(tokens)) {
    if (token === '\n') {
      if (key && value.length > 0 && stack.length > 0 && value[0] !== '|' && value.at(-1) !== '|') {
        flush();
        key = undefined;
      }
      offset += 1;
    } else if (token.startsWith('//') || token.startsWith('/*') || token.startsWith('#')) {
      offset += token.split('\n').length - 1;
    } else if (token === '{' || token === '[') {
      const named = key?.name;
      if (key) flush(token === '{' ? 'object' : 'array');
      else value = [];
      const parent = stack.at(-1);
      const base = stack.length > deepest ? '' : named === undefined ? (parent?.prefix ?? '') : `${named}.`;
      stack.push({
        prefix: token === '[' ? (base === '' ? '[].' : `${base.slice(0, -1)}[].`) : base,
        array: token === '[',
      });
      key = undefined;
    } else if (token === '}' || token === ']') {
      flush();
      key = undefined;
      stack.pop();
    } else if (token === ',' || token === ';') {
      flush();
      key = undefined;
    } else if (token === ':' && !key && value.length > 0) {
      const optional = value.at(-1) === '?';
      const name = optional ? value.at(-2) : value.at(-1);
      if (name && isName(name)) key = { name: `${stack.at(-1)?.prefix ?? ''}${unquote(name)}`, optional, offset };
      value = [];
    } else value.push(token);
  }
  return fields;
}

function isName(text: string): boolean {
  return /^(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|[\p{L}_$][\p{L}\p{N}_$.-]{0,60})$/u.test(text);
}

function unquote(text: string): string {
  return text.replace(/^["'`]|["'`]$/g, '');
}

function makeField(
  key: { name: string; optional: boolean; offset: number },
  value: readonly string[],
  opened: 'object' | 'array' | undefined,
): ObjectField {
  const written = value.join(' ');
  const note = written.indexOf('(');
  const said = describeValue(note > 0 ? written.slice(0, note) : written);
  const need = note > 0 ? readNeed(written.slice(note)) : undefined;
  return {
    name: key.name,
    ...(opened ? { type: opened } : said.type === undefined ? {} : { type: said.type }),
    ...(key.optional ? { required: false } : need === undefined ? {} : { required: need }),
    ...(said.values ? { values: said.values } : {}),
    ...(said.literal === undefined ? {} : { literal: said.literal }),
    offset: key.offset,
  };
}

/** True or false where words say that a field must or need not be there. */
export function readNeed(words: string): boolean | undefined {
  if (/\boptional\b|\bnot required\b|可选|选填|非必|否|선택|任意|\bopcional\b|необязат|ixtiyoriy|❌|✗|✘/i.test(words))
    return false;
  if (
    /\brequired\b|\bmandatory\b|必填|必须|必選|必选|필수|必須|\bobligatorio\b|\bobrigatóri[ao]\b|\brequis\b|обязат|majburiy|✅|✓|✔/i.test(
      words,
    )
  )
    return true;
  return undefined;
}

/** What a value or type says: `"A" | "B"` is a closed vocabulary, `12` a number, `string | null` a type. */
export function describeValue(written: string): { type?: string; values?: string[]; literal?: string } {
  const text = written.trim();
  if (text === '') return {};
  const members = (text.match(/"[^"]*"|'[^']*'|`[^`]*`|[^|]+/g) ?? [])
    .map((member) => member.trim())
    .filter((member) => member !== '');
  const literals = members.filter((member) => /^(["'`]).*\1$/s.test(member)).map(unquote);
  const rest = members.filter((member) => !/^(["'`]).*\1$/s.test(member) && !/^(?:null|undefined)$/.test(member));
  if (literals.length > 0 && members.length > 1 && rest.length === 0) return { values: literals };
  if (literals.length === 1 && members.length === 1) {
    const inside = (literals[0] ?? '').split(/\s*\|\s*/);
    const closed =
      inside.length > 1 &&
      inside.every((word) => /^[A-Z][A-Z0-9_]*$/.test(word) || /^[a-z][a-z0-9_]{1,24}$/.test(word));
    return closed ? { values: inside } : { type: 'string', literal: literals[0] ?? '' };
  }
  if (members.length > 1 && members.every((member) => /^(?:[A-Z][A-Z0-9_]*|-?\d+)$/.test(member)))
    return { values: members };
  if (/^-?\d[\d.e+-]*$/i.test(text)) return { type: 'number', literal: text };
  if (/^(?:true|false)$/.test(text)) return { type: 'boolean' };
  if (/^\[\s*\]$/.test(text)) return { type: 'array' };
  if (/^null$/.test(text) || /^(?:\.{3}|…)/.test(text)) return {};
  return text.length <= 80 && text.split(/\s*\|\s*|\s*[<>,]\s*/).every((word) => !/\s\S+\s/.test(word.trim()))
    ? { type: text.replace(/ (?=\[)/g, '') }
    : {};
}
