import type { Place } from '@iama/model';
import type { ColumnDefinition, ConstraintDefinition } from '@iama/sql';
import { typeAsWritten, valuesInWords } from '@iama/sql';

const sqlTypes =
  'uuid|text|citext|varchar2?|nvarchar2?|character varying|character|char|nchar|bpchar|(?:big|small|tiny|medium)int|int(?:eger|[248])?|numeric|decimal|dec|real|double precision|double|float[48]?|money|bool(?:ean)?|(?:big|small)?serial[248]?|date(?:time2?|timeoffset)?|timestamptz|timestamp|timetz|time|interval|jsonb?|xml|bytea|blob|clob|(?:long|medium|tiny)(?:text|blob)|(?:var)?binary|uniqueidentifier|inet|cidr|macaddr|tsvector|hstore|ltree|vector|point|geometry|geography|int4range|tstzrange|daterange|enum|set|year|bit varying|bit|varbit|number';
const looseTypes =
  'string|str|object|array|list|map|any|long|short|guid|id|email|url|binary|file|timestamp|ulid|cuid|json';
const typePattern = new RegExp(
  `^(?<name>(?:${sqlTypes}|${looseTypes})(?![\\w-]))(?<size>\\s*\\(\\s*\\d+(?:\\s*,\\s*\\d+)?\\s*\\)|\\s*\\((?:max|\\d+ ?(?:char|byte))\\))?(?<unsigned>\\s+unsigned\\b)?(?<zone>\\s+with(?:out)?\\s+time\\s+zone\\b)?(?<array>(?:\\s*\\[\\s*\\d*\\s*\\])+|\\s+array\\b)?(?<optional>\\?)?`,
  'i',
);
const certainlySql =
  /^(?:uuid|text|citext|n?varchar2?|character varying|n?char\s*\(|bpchar|(?:big|small|tiny|medium)int|int[248]|numeric|decimal|float[48]|double precision|(?:big|small)?serial[248]?|timestamptz|timetz|datetime2?|timestamp with|jsonb|bytea|(?:long|medium|tiny)(?:text|blob)|varbinary|uniqueidentifier|inet|cidr|tsvector|geometry|geography|\w+ unsigned)(?![\w-])/i;

/** What the words beside a column's name say of it. */
export interface ColumnWords {
  type?: string;
  nullable?: boolean;
  default?: string;
  values?: readonly string[];
  primary?: boolean;
  unique?: boolean;
  references?: { readonly table: string; readonly columns: readonly string[] };
  /** At least one word belongs to databases alone: `uuid`, `varchar(9)`, `PK`, `NOT NULL`. */
  certain: boolean;
  /** The type is one of those databases and documents have names for. */
  known?: boolean;
  /** Some word says whether null is allowed, or that it is not. */
  saysNull?: boolean;
}

/** Reads a type cell: `uuid pk`, `text (ACTIVE, SUSPENDED)`, `INT (PK, AI)`, `uuid → users`, `varchar(64) NOT NULL`. */
export function typeWords(cell: string): ColumnWords {
  const text = tidy(cell);
  const match = typePattern.exec(text);
  const prose = isProse(text);
  const words: ColumnWords = {
    certain: match !== null && certainlySql.test(text) && !prose,
    known: match !== null && !prose,
  };
  let rest = text;
  if (match) {
    rest = text.slice(match[0].length);
    const enumeration = /^(?:enum|set)$/i.test(match.groups?.name ?? '');
    const listed = /^\s*[:([{]\s*([^)\]}]*)[)\]}]?/.exec(rest);
    if (enumeration && listed?.[1]) {
      const values = listOf(listed[1]);
      if (values) words.values = values;
      rest = rest.slice(listed[0].length);
    }
    words.type = typeAsWritten(match[0].replace(/\?$/, '')).toUpperCase();
    if (match.groups?.optional) words.nullable = true;
  } else {
    const word = /^["'`]?([A-Za-z_][\w.]*(?:\[\])?)["'`]?(?=$|[\s,;(|])/.exec(text);
    if (word?.[1] && !isProse(text)) {
      words.type = word[1];
      rest = text.slice(word[0].length);
    }
  }
  const listed = /^\s*\(([^()]*)\)/.exec(rest);
  const values = listed?.[1] === undefined || flagWord.test(listed[1]) ? undefined : listOf(listed[1]);
  if (values && words.values === undefined) words.values = values;
  if (/\|\s*null\b/i.test(rest)) words.nullable = true;
  flags(rest, words);
  return words;
}

const flagWord =
  /\b(?:pk|fk|uk|ai|primary|foreign|unique|not null|nullable|null|auto|default|index|max|uuid|iso|utc)\b/i;

/** Reads what stands beside a type: a cell of constraints, or the words behind it. */
export function flags(text: string, words: ColumnWords): void {
  const said = tidy(text);
  if (/\bPK\b|\bprimary(?:[ -]key)?\b|主键|主キー|기본키|clave primaria|clé primaire|primärschlüssel/i.test(said)) {
    words.primary = true;
    words.certain = true;
  }
  if (
    /\bunique\b|\bUQ\b|\bUK\b|唯一|一意|ユニーク|고유/i.test(said) &&
    !/\bunique (?:\w+ )?(?:identifier|id|name|key for)\b/i.test(said)
  )
    words.unique = true;
  if (/\bnot[ _-]?null(?:able)?\b|\bNN\b|\bnon[- ]null(?:able)?\b|非空|不为空|not optional/i.test(said)) {
    words.nullable = false;
    words.saysNull = true;
    words.certain = true;
  } else if (
    /\bnullable\b|\boptional\b|\bnull\b(?!\s*(?:=|if|for|when|until|means))|可空|可为空/i.test(
      said.replace(/\bdefault:?\s*(?:to\s+)?null\b|on delete set null/gi, ''),
    )
  )
    words.nullable = true;
  const fallback = /\bdefault(?:s to)?\b\s*[:=]?\s*(?:value\s*)?/i.exec(said);
  if (fallback && words.default === undefined) {
    const value = expression(said.slice(fallback.index + fallback[0].length));
    if (value !== undefined) words.default = value;
  }
  const check =
    /\bcheck\s*\(\s*["`]?\w+["`]?\s+in\s*\(([^()]*)\)/i.exec(said) ??
    /\b(?:one of|in|enum|values)\s*[:(]\s*\(?((?:'[^']*'\s*,?\s*){2,})/i.exec(said);
  const values = check?.[1] === undefined ? undefined : listOf(check[1]);
  if (values && words.values === undefined) words.values = values;
  const target =
    /(?:\breferences\b|\bFK\b|\bforeign[ -]key\b|→|->|⇒|外键|外部キー)[\s:(]*(?:to|of|on|→|->|=>|references)?[\s(]*`?"?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)`?"?(?:\s*\(\s*`?([A-Za-z_]\w*)`?\s*\))?/i.exec(
      said,
    );
  if (target?.[1] && !/^(?:to|nullable|null|not|on|the|unique|index|uk|pk|and|or|indexed|for)$/i.test(target[1])) {
    const [table, column] = target[1].split('.');
    const key = target[2] ?? column;
    words.references = { table: table ?? '', columns: key === undefined ? [] : [key] };
  }
  if (/\bFK\b|\bforeign key\b/i.test(said)) words.certain = true;
}

/** A value up to the next word of another constraint. */
function expression(text: string): string | undefined {
  const match =
    /^(?:`([^`]*)`|('(?:[^']|'')*'(?:::\w+(?:\[\])?)?)|"([^"]*)"|([\w.]+\([^()]*(?:\([^()]*\))?[^()]*\)|[-\w.{}[\]]+(?:::\w+)?))/.exec(
      text.trim(),
    );
  const value = match?.[1] ?? match?.[2] ?? (match?.[3] === undefined ? match?.[4] : `'${match[3]}'`);
  return value === undefined || /^(?:null|none|-|value|is)$/i.test(value) ? undefined : value.replace(/[.,;]$/, '');
}

/** `A, B`, `'a' | 'b'`, `a/b`: two values at least, each one word. */
function listOf(text: string): string[] | undefined {
  const quoted = valuesInWords(text);
  if (quoted) return quoted;
  const parts = text.split(/\s*[,|/]\s*/).map((part) => part.trim().replace(/^['"`]|['"`]$/g, ''));
  return parts.length > 1 && parts.every((part) => /^[A-Za-z0-9][\w-]*$/.test(part) && !/^\d+$/.test(part))
    ? parts
    : undefined;
}

/** Several words without any mark of a type are a sentence. */
function isProse(text: string): boolean {
  return /^[A-Za-z]+(?: [a-z]+){3,}/.test(text) && !/\b(?:pk|fk|null|key|unique|default|zone)\b/i.test(text);
}

function tidy(text: string): string {
  return text
    .replace(/\\\|/g, '|')
    .replace(/<br\s*\/?>/gi, ', ')
    .replace(/[`*]/g, (mark) => (mark === '*' ? '' : mark))
    .replace(/^`([^`]*)`/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

const loose =
  /^(?:string|str|object|array|list|map|any|long|short|guid|id|email|url|file|ulid|cuid|json|number|float|double|enum|set|binary|blob|datetime|(?:var)?char|decimal|numeric)(?:\[\])?$/i;

/** True for a type word of prose that may mean more than one type. */
export function isLoose(type: string | undefined): boolean {
  return type !== undefined && loose.test(type);
}

/** A column and its constraints, from its name and the words beside it. */
export function columnFrom(
  name: string,
  at: Place,
  words: ColumnWords,
): { column: ColumnDefinition; constraints: ConstraintDefinition[] } {
  const own = { at, columns: [name] };
  const constraints: ConstraintDefinition[] = [];
  if (words.unique && !words.primary) constraints.push({ form: 'unique', ...own });
  if (words.references) constraints.push({ form: 'foreign', ...own, references: words.references });
  const nullable = words.primary ? false : words.nullable;
  return {
    column: {
      name,
      at,
      ...(words.type === undefined ? {} : { type: words.type }),
      ...(isLoose(words.type) ? { loose: true } : {}),
      ...(nullable === undefined ? {} : { nullable }),
      ...(words.default === undefined ? {} : { default: words.default }),
      ...(words.values === undefined ? {} : { values: words.values }),
    },
    constraints,
  };
}
