import type { EndpointPath } from './endpoint-path.ts';
import { readEndpointPath } from './endpoint-path.ts';

/** `METHOD /path` as it stands in one line of text. */
export interface WrittenEndpoint {
  /** One entry a method: `GET/POST /x` is two endpoints. */
  readonly methods: readonly string[];
  readonly path: EndpointPath;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const method = '(?:GET|POST|PUT|PATCH|DELETE|DEL|HEAD|OPTIONS|TRACE|WSS?|WEBSOCKET|WebSocket|SSE|ANY|ALL)';
const several = `${method}(?:(?:\\s*[|/,&+、]\\s*|\\s+(?:and|or)\\s+)${method})*`;
const braces = '\\{\\{?[^{}\\n]{1,60}\\}?\\}|<[^<>\\n]{1,60}>|\\[{1,2}[^\\[\\]\\n]{1,60}\\]{1,2}';
const plain = '[^\\s`\'"|<>{}\\[\\]()（）,;，；。、【】「」]';
const tail = `(?:${braces}|\\([^()\\s]{1,40}\\)|${plain}|,(?=[\\w{]))*`;
const start = `(?:(?:https?|wss?)://(?:${braces}|${plain})|(?:${braces}|\\$\\w+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|~)/|/)`;
const between = '(?:[\\]\\)】`*_:：\\s]|[-–—→]\\s){0,12}[`*_(\\[]{0,6}';

/** What stands beyond is prose of a line nobody wrapped, and a limit keeps matching linear. */
const longest = 2000;
const methodFirst = new RegExp(`(?<![\\w/-])(${several})(?![\\w-])(${between})(${start}${tail})`, 'g');
const pathFirst = new RegExp(
  `(?<![\\w/:.}>)])(/(?:${tail}))[\`*_]{0,4}\\s{0,3}[-–—:：·,(\\[（【]?\\s{0,3}[\`*_]{0,4}(${several})(?![\\w-])`,
  'g',
);
const quick = new RegExp(`(?<![\\w/-])${method}(?![\\w-])`);

/** True when a method name stands in the text at all: what everything else here needs. */
export function namesMethod(text: string): boolean {
  return quick.test(text);
}

/** Every `METHOD /path` in a line of plain text, left to right; `/path (METHOD)` when there is none. */
export function findEndpoints(line: string): WrittenEndpoint[] {
  if (!quick.test(line)) return [];
  const text = line.slice(0, longest);
  const found: WrittenEndpoint[] = [];
  for (const match of text.matchAll(methodFirst)) add(found, match, match[1], match[3], match.index);
  if (found.length === 0) {
    for (const match of text.matchAll(pathFirst)) add(found, match, match[2], match[1], match.index);
  }
  return found;
}

function add(
  found: WrittenEndpoint[],
  match: RegExpMatchArray,
  methods: string | undefined,
  written: string | undefined,
  start: number,
): void {
  const trimmed = (written ?? '').replace(/(?<!\/)\*{1,3}$/, '').replace(/[.:,;!]+$/, '');
  const cut = (written ?? '').length - trimmed.length;
  const end = start + match[0].length - cut;
  const paths = withOptional(trimmed).flatMap((one) => (plausible(one) ? (readEndpointPath(one) ?? []) : []));
  for (const path of paths) found.push({ methods: readMethods(methods ?? ''), path, start, end });
  const path = paths[0];
  if (!path) return;
  const others =
    /^(?:\|[a-z][a-z_-]*)+(?![\w/{:])/
      .exec(match.input?.slice(end) ?? '')?.[0]
      .split('|')
      .slice(1) ?? [];
  for (const other of others) {
    const alternative = { ...path, path: path.path.replace(/[^/]+$/, other) };
    found.push({
      methods: readMethods(methods ?? ''),
      path: alternative,
      start,
      end: end + others.join('|').length + 1,
    });
  }
}

/** `/jobs[/:id]` and `/jobs(/:id)` are two paths. */
export function withOptional(path: string): string[] {
  const optional = /[[(](\/[^[\]()]+)[\])]$/.exec(path);
  if (!optional) return [path];
  const without = path.slice(0, optional.index);
  return [without, `${without}${optional[1]}`];
}

/** `GET|POST` → `['GET', 'POST']`, in one spelling each. Words that are no method are left out. */
export function readMethods(text: string): string[] {
  const names =
    text
      .toUpperCase()
      .match(/\b(?:GET|POST|PUT|PATCH|DELETE|DEL|HEAD|OPTIONS|TRACE|WSS?|WEBSOCKETS?|SSE|ANY|ALL)\b/g) ?? [];
  return names.map((name) => spelling[name] ?? name).filter((name, index, all) => all.indexOf(name) === index);
}

const spelling: Readonly<Record<string, string>> = {
  DEL: 'DELETE',
  WSS: 'WS',
  WEBSOCKET: 'WS',
  WEBSOCKETS: 'WS',
  SSE: 'GET',
  ANY: 'ALL',
};

/** No address of a file or a comment: `//x`, `/* …`. */
function plausible(path: string): boolean {
  return !/^\/[/*]/.test(path) && !/^\/[^\p{L}\p{N}:{<[_.$~@]/u.test(path);
}
