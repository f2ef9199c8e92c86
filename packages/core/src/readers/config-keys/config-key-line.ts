import type { Block, Document } from '../../document/document.ts';

export interface ConfigKey {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly type?: string;
  readonly default?: string;
  /** What an object or a list holds, as written. */
  readonly shape?: string;
}

const keyPattern = '[A-Za-z_][\\w-]*(?:\\.(?:[\\w-]+|\\*|<[\\w-]+>|\\{[\\w-]+\\}|\\[[\\w-]*\\]))*';
const arrow = '(?:→|->|=>|⇒|⟶)';
const typeWord =
  /^(?:boolean|bool|string|str|text|number|numeric|integer|int|float|double|decimal|percent(?:age)?|duration|seconds|milliseconds|minutes|date(?:time)?|timestamp|url|uri|uuid|json|jsonb|object|map|list|array|enum|secret|path|bytes|size|any)(?:\[\])?(?![\w-])/i;

/** The keys a line of a fence lists: `a.b → boolean (default: false)`, `a.b: integer = 3`. */
export function keysOfLine(text: string): ConfigKey[] {
  const pointed = new RegExp(`^(\\s*)((?:${keyPattern})(?:\\s*[,/]\\s*${keyPattern})*)\\s*${arrow}\\s*(.+?)\\s*$`).exec(
    text,
  );
  const dotted = new RegExp(`^(\\s*)(${keyPattern})\\s*[:=]\\s*(.+?)\\s*$`).exec(text);
  const typed = dotted?.[2]?.includes('.') && typeWord.test(dotted[3] ?? '') ? dotted : undefined;
  const match = pointed ?? typed;
  if (!match?.[2]) return [];
  const said = valueWords(match[3] ?? '');
  const names = match[2].split(/\s*[,/]\s*/);
  return names.map((name) => ({ name, line: 1, column: text.indexOf(name) + 1, ...said }));
}

/** The key a list item defines: a code span with a dotted or all-capital name, or an arrow behind it. */
export function keyOfItem(document: Document, item: Block<'item'>): ConfigKey[] {
  const source = document.lines[item.line - 1] ?? '';
  const match = new RegExp(`^(?:[-*+]|\\d+[.)])\\s+(?:\\*\\*)?\`(${keyPattern})\`(?:\\*\\*)?\\s*(.*)$`).exec(
    source.slice(item.column - 1),
  );
  const name = match?.[1];
  if (name === undefined) return [];
  const rest = match?.[2] ?? '';
  const pointed = new RegExp(`^${arrow}`).test(rest);
  if (!pointed && !name.includes('.') && !/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)) return [];
  if (!pointed && rest !== '' && !/^(?:[:：=(–—-]|\([^)]*\))/.test(rest)) return [];
  const said = valueWords(rest.replace(new RegExp(`^(?:${arrow}|[:：=–—-])\\s*`), ''));
  return [{ name, line: item.line, column: source.indexOf(name) + 1, ...said }];
}

/** `boolean (default: false; why)`, `{ a, b }`, `(integer, default 3) why`. */
export function valueWords(text: string): Pick<ConfigKey, 'type' | 'default' | 'shape'> {
  const said = text.trim().replace(/[`*]/g, '');
  const shape = /^([{[].*[}\]])(?:\s*\(.*\))?$/.exec(said)?.[1];
  const bare = said.replace(/^\(/, '').replace(/^type\s*:\s*/i, '');
  const type = shape === undefined ? typeWord.exec(bare)?.[0] : shape.startsWith('[') ? 'array' : 'object';
  const fallback = defaultIn(said);
  return {
    ...(type === undefined ? {} : { type }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(shape === undefined ? {} : { shape }),
  };
}

function defaultIn(text: string): string | undefined {
  const match =
    /\bdefaults?(?:\s+(?:to|is|value))?\s*[:=]?\s*("[^"]*"|'[^']*'|[^\s;,)]+)|(?:默认(?:值)?|預設|既定値|デフォルト|기본값|por defecto|par défaut|standard(?:wert)?|по умолчанию)\s*[:：]?\s*([^\s;,)，；）]+)/i.exec(
      text,
    ) ?? /^\w+(?:\[\])?\s*=\s*([^\s;,)]+)/.exec(text);
  const value = match?.[1] ?? match?.[2];
  return value === undefined || /^(?:none|-|—|n\/a)$/i.test(value) ? undefined : value.replace(/\.$/, '');
}
