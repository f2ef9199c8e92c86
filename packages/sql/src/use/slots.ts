import { tokenize } from '../text/tokens.ts';
import { holeName } from './scope.ts';

/** A place in a query where something else will stand: `start` to `end` of the text is replaced. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  /** What may stand there, the likeliest first. */
  readonly options: readonly string[];
  /** What stands there may be a join, when nothing has to. */
  readonly mayJoin?: boolean;
  /** What stands there may name queries (`WITH x AS …`) that the rest calls by their names. */
  readonly mayName?: boolean;
}

const clause = [' ', 'WHERE TRUE', 'AND TRUE', 'TRUE', 'AND', ', NULL', '=', 'DEFAULT VALUES', 'SELECT 1'];

/** What a hole at an index may hold, judged by the words around it. */
export function holeSlot(text: string, index: number): Slot {
  const before = text.slice(0, index);
  const after = text.slice(index);
  if (before.endsWith('$')) return { start: index, end: index, options: ['1', ''] };
  const glued = /[\w$.]$/.test(before) || /^[\w$]/.test(after);
  if (insideString(before)) return { start: index, end: index, options: ['', 'x', '1'] };
  if (/"$/.test(before) || glued) return { start: index, end: index, options: [holeName, '1', ''] };
  const options = [...new Set([...likely(before, after), holeName, '$1', '(NULL)', ...clause, ''])].map(pad);
  return { start: index, end: index, options, mayJoin: amongSources(before), mayName: beforeAnyQuery(before) };
}

/** True behind FROM, before WHERE: the last clause begun at this depth of brackets decides. */
function amongSources(before: string): boolean {
  let depth = 0;
  for (const token of tokenize(before).reverse()) {
    const word = before.slice(token.start, token.end).toUpperCase();
    if (word === ')') depth += 1;
    else if (word === '(') depth -= 1;
    if (depth < 0) return false;
    if (depth > 0 || token.kind !== 'word') continue;
    if (/^(?:FROM|JOIN|ON|USING|UPDATE|SET|INTO)$/.test(word)) return true;
    if (/^(?:WHERE|BY|HAVING|LIMIT|OFFSET|RETURNING|VALUES|SELECT)$/.test(word)) return false;
  }
  return false;
}

/** True at the beginning, and among the queries of a WITH clause. */
function beforeAnyQuery(before: string): boolean {
  let depth = 0;
  for (const token of tokenize(before)) {
    const word = before.slice(token.start, token.end).toUpperCase();
    if (word === '(') depth += 1;
    else if (word === ')') depth -= 1;
    else if (depth === 0 && /^(?:SELECT|INSERT|UPDATE|DELETE|MERGE)$/.test(word)) return false;
  }
  return depth === 0;
}

function pad(option: string): string {
  return option.trim() === '' ? option : ` ${option} `;
}

function likely(before: string, after: string): string[] {
  const word = /([A-Za-z_]+)\s*$/.exec(before)?.[1]?.toUpperCase() ?? '';
  const last = before.trimEnd().at(-1) ?? '';
  if (/^(?:FROM|JOIN|INTO|UPDATE|TABLE|ONLY)$/.test(word)) return [holeName];
  if (/^\s*(?:=|<|>|!=|\bIN\b|\bIS\b|\bLIKE\b|\bILIKE\b|\bBETWEEN\b)/i.test(after)) return [holeName, '$1'];
  if (/^(?:WHERE|AND|OR|ON|HAVING|NOT|WHEN)$/.test(word)) return ['TRUE'];
  if (/\bON\s+CONFLICT(?:\s*\([^()]*\))?\s*$/i.test(before)) return ['DO NOTHING', ' '];
  if (/(?:\bFROM|\bJOIN|\bAS|\bEXISTS)\s*\(\s*$/i.test(before)) return ['SELECT 1', holeName];
  if (/\)\s*,\s*$/.test(before) && beforeAnyQuery(before)) return [`${holeName} AS (SELECT 1)`];
  if (word === 'SET') return [`${holeName} = 1`];
  if (word === 'VALUES') return ['(NULL)'];
  if (word === 'IN') return ['(NULL)'];
  if (/^(?:INTERVAL|TIMESTAMP|DATE)$/.test(word)) return ["'1'"];
  if (/^(?:BY|SELECT|RETURNING|DISTINCT)$/.test(word)) return [holeName];
  if (/^(?:LIMIT|OFFSET|FETCH|ANY|ALL|LIKE|ILIKE|BETWEEN|THEN|ELSE)$/.test(word)) return ['$1'];
  if (last === '(' && /\bINTO\s+[\w".]+\s*\($/i.test(before.trimEnd())) return [holeName];
  if (/^[=<>+\-*/|,(%]$/.test(last)) return last === ',' ? [holeName, '$1'] : ['$1'];
  return clause;
}

function insideString(before: string): boolean {
  const last = tokenize(before).at(-1);
  if (last?.kind !== 'string' || last.end !== before.length) return false;
  const body = before
    .slice(last.start)
    .replace(/^[eEbBxXnN]?'/, '')
    .replaceAll("''", '');
  return !body.endsWith("'");
}

/** The end of a text that is only the beginning of a statement: WITH clauses whose query is put together elsewhere. */
export function tailSlot(text: string): Slot[] {
  if (!/^\s*WITH\b/i.test(text)) return [];
  const comma = /,\s*$/.exec(text);
  const start = comma ? comma.index : text.length;
  return [{ start, end: text.length, options: [comma ? ',' : '', ' SELECT 1'] }];
}

/** Places that drivers fill in: `?`, `:name`, `@name`, `%s`, `%(name)s`, `{name}`. */
export function placeholderSlots(text: string): Slot[] {
  const slots: Slot[] = [];
  const tokens = tokenize(text);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token?.kind !== 'symbol') continue;
    const mark = text[token.start];
    const joined = next !== undefined && next.start === token.end;
    const rest = text.slice(token.start);
    const python = mark === '%' ? /^%(?:\((\w+)\))?[sdbt](?!\w)/.exec(rest) : null;
    const braces = mark === '{' ? /^\{\{?[\w.!:\s[\]'"]*\}?\}/.exec(rest) : null;
    if (python) slots.push(value(text, token.start, token.start + python[0].length));
    else if (braces) slots.push({ ...holeSlot(text, token.start), end: token.start + braces[0].length });
    else if (mark === '?' || ((mark === ':' || mark === '@') && joined && next.kind === 'word')) {
      const end = mark === '?' ? token.end : (next?.end ?? token.end);
      slots.push(value(text, token.start, end));
    }
  }
  return slots.filter((slot, index) => index === 0 || slot.start >= (slots[index - 1]?.end ?? 0));
}

function value(text: string, start: number, end: number): Slot {
  const word = /([A-Za-z_]+)\s*$/.exec(text.slice(0, start))?.[1]?.toUpperCase() ?? '';
  const options = /^(?:IN|VALUES)$/.test(word) ? [' (NULL) ', ' $1 '] : [' $1 ', ' (NULL) ', ` ${holeName} `];
  return { start, end, options };
}
