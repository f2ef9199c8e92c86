import type { Document, Section } from '../../document/document.ts';
import { readEndpointPath } from './endpoint-path.ts';
import { plainLine } from './plain-line.ts';

/** A path that stands before every relative path, where it holds. */
export interface BasePath {
  readonly path: string;
  readonly host?: string;
  /** The section it holds in; absent: the whole document. */
  readonly section?: Section;
}

const label =
  /(?:\p{Script=Han}{0,6} ?前缀|(?:^|[|>\s(（-])(?:(?:api|rest|http|the|common|global|default|production|prod|v\d)\s+)*(?:base[ _-]?(?:urls?|uris?|paths?|routes?|endpoint|address)|root[ _-]?(?:url|path)|(?:api|url|route|path|common)[ _-]?prefix|(?:url|path|route)[ _-]?base|prefix|server(?: url)?|host|api root|service root|mount(?:ed)? (?:at|under|path)|基础 ?(?:url|路径|地址)|根路径|服务地址|接口地址前缀|基本 ?url|기본 ?(?:url|경로)|베이스 ?url|공통 ?경로|ベース ?url|ベースパス|url base|ruta base|prefijo|url raíz|prefixo|caminho base|url de base|préfixe|basis-?url|базовый (?:url|путь)|префикс))[^:：|=\n]{0,40}?\s*(?:[:：|=]|\bis\b)\s*/iu;
const sentence =
  /\b(?:all|every|each|the|these|following)\b[^.\n]{0,60}\b(?:endpoints?|routes?|paths?|urls?|requests?|apis?|calls?)\b[^.\n]{0,60}\b(?:prefixed|prefix|under|starts? with|begins? with|relative to|served (?:from|under|at)|mounted|rooted|located at|available (?:at|under)|live under|namespaced|base)\b[^`/\n]{0,30}|所有[^。\n]{0,20}(?:前缀|以)[^/\n]{0,10}|\b(?:api|service) is (?:located|available|served|mounted) (?:at|under|on)\b[^`/\n]{0,20}|\bbarcha route\b[^/\n]{0,10}/i;
const address =
  /(?:https?:\/\/[^\s`'"|<>()，。,;]+(?:<[^<>\s]*>[^\s`'"|<>()，。,;]*)*|\{\{?[^{}\s]+\}?\}\/[^\s`'"|()，。,;]*|(?<![\w/.)\]}>])\/[A-Za-z0-9_{:<][^\s`'"|()（），。,;]*)/;
const titled =
  /^(?:\d[\d.]*\s*)?(?:(?:api|rest) )?(?:base (?:urls?|paths?|uri)|servers?|hosts?|base url .*|基础(?:url|路径)|url prefix|api prefix)\b/i;

/** Every base path or host the text declares, in reading order. */
export function readBasePaths(document: Document, firstEndpoint: number, declared: ReadonlySet<Section>): BasePath[] {
  const found: BasePath[] = [];
  for (const block of document.blocks) {
    if (
      block.kind === 'code' ? !titled.test(block.section.title) : block.kind !== 'paragraph' && block.kind !== 'table'
    )
      continue;
    const column = block.kind === 'table' ? baseColumn(document.lines[block.line - 1] ?? '') : -1;
    for (let line = block.line; line <= block.lastLine; line += 1) {
      const raw = document.lines[line - 1] ?? '';
      if (raw.length > 400 || !raw.includes('/')) continue;
      const text = plainLine(raw);
      const cell = column < 0 ? undefined : text.replace(/^\s*\|/, '').split('|')[column];
      const match =
        block.kind === 'code' || cell !== undefined ? /^/.exec(text) : (label.exec(text) ?? sentence.exec(text));
      if (!match && !(titled.test(block.section.title) && line - block.section.line <= 6)) continue;
      const written = address.exec(cell ?? text.slice(match ? match.index + match[0].length : 0))?.[0];
      const read =
        written === undefined || /\*/.test(written) ? undefined : readEndpointPath(written.replace(/[.:*_]+$/, ''));
      if (!read || (match && !label.test(text) && text.slice(match.index + match[0].length).search(address) > 60))
        continue;
      const holds = line < firstEndpoint ? undefined : scopeOf(block.section, declared);
      found.push({
        path: read.path === '/' ? '' : read.path,
        ...(read.host ? { host: read.host } : {}),
        ...(holds ? { section: holds } : {}),
      });
    }
  }
  return found;
}

/** The column of a table of environments that holds their bases. */
function baseColumn(header: string): number {
  const cells = plainLine(header)
    .replace(/^\s*\|/, '')
    .split('|');
  return cells.findIndex((cell) =>
    /^\s*(?:api )?(?:base|root)[ _-]?(?:url|uri|path)s?\s*$|^\s*基础 ?(?:url|地址|路径)\s*$/i.test(cell),
  );
}

/** The section a base stands for: the nearest one that holds endpoints, when it is not the whole document. */
function scopeOf(section: Section, declared: ReadonlySet<Section>): Section | undefined {
  let at: Section | undefined = section;
  while (at && at.level > 1 && !declared.has(at)) at = at.parent;
  return at && at.level > 1 ? at : undefined;
}

/**
 * Puts a base before a path, unless the path has it already. An overlap is written once: `/v1` and `/v1/jobs`,
 * `/index.php/api/v1` and `/api/v1/jobs`. A path under another version or prefix of the same root is full as it stands.
 */
export function joinBase(base: string, path: string): string {
  if (base === '' || path === base || path.startsWith(`${base}/`)) return path;
  const head = base.split('/').slice(1);
  const segments = path.split('/').slice(1);
  for (let from = 1; from < head.length; from += 1) {
    const end = head.slice(from);
    if (end.every((segment, index) => segments[index] === segment))
      return `/${[...head.slice(0, from), ...segments].join('/')}`;
  }
  if (head.length > 1 && head[0] === segments[0] && segments.length > 1 && sameRoot(head, segments)) return path;
  return path === '/' ? base : `${base}${path}`;
}

/** `/api/v1` and `/api/v2/x` have one root; `/jobs` and `/jobs/x` need more than the first word alike to say so. */
function sameRoot(head: readonly string[], segments: readonly string[]): boolean {
  return /^(?:api|rest|v\d+)$/i.test(head[0] ?? '') || (head[1] === segments[1] && head.length > 1);
}
