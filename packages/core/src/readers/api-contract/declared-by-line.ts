import type { Block, Document } from '../../document/document.ts';
import { boldLabel, columnOf, lineWords, methodLabel, pathLabel } from './address-labels.ts';
import type { Declaration } from './declaration.ts';
import { findEndpoints, namesMethod } from './find-endpoints.ts';
import { plainLine } from './plain-line.ts';

const closing = /^[`*"'_)\]】]*\s*(?:$|[—–:：·|,;，。→(（[<>=🔒🔓⭐*]|-(?=\s|>)|HTTP\/)/u;

/** Endpoints on lines of their own: `**POST /x** — words`, `**Endpoint:** POST /x`, a `URL:` line beside a `Method:` line. */
export function declaredByLine(document: Document, block: Block<'paragraph' | 'html'>): Declaration[] {
  const found: Declaration[] = [];
  const listed = block.parent?.kind === 'item';
  for (let line = block.line; line <= block.lastLine; line += 1) {
    const raw = document.lines[line - 1] ?? '';
    if (raw.includes('~~') || /❌|🚫/.test(raw)) continue;
    const element = raw.includes('<') && /\bmethod=/.test(raw) ? readElement(raw) : undefined;
    if (!element && !namesMethod(raw)) continue;
    const said = element ?? lineWords(raw);
    const label = pathLabel.exec(said) ?? methodLabel.exec(said);
    const bold = label || element ? 0 : boldLabel(raw, said);
    const from = label?.[0].length ?? bold;
    const written = findEndpoints(said.slice(from));
    const first = written[0];
    if (!first || said.slice(from, from + first.start).trim() !== '') continue;
    const after = said.slice(from + first.end);
    const own = closing.test(after) && !/^\s*[(（]?(?:and|or|,)\s+[`*]*(?:GET|POST|PUT|PATCH|DELETE)\b/.test(after);
    if ((!own && (!listed || bold > 0)) || isGone(after)) continue;
    const form = listed ? 'item' : 'line';
    if (listed && label && document.role !== 'api-contract') continue;
    const taken = written.filter(
      (one) => one.start === first.start || (own && !listed && opensStrong(raw, one.path.path)),
    );
    for (const endpoint of taken) {
      const next = written.find((one) => one.start > endpoint.start)?.start ?? said.length;
      const words = said.slice(from + endpoint.end, taken.length > 1 ? from + next : undefined);
      for (const method of endpoint.methods) {
        found.push({
          method,
          path: endpoint.path,
          form,
          line,
          column: columnOf(raw, endpoint.path.path),
          block,
          section: block.section,
          words,
          ...(label ? { labelled: true as const } : {}),
        });
      }
    }
  }
  return found;
}

/** Words that say an endpoint is there no more. */
function isGone(words: string): boolean {
  return /\b(?:has been|have been|was|were|is|are)\s+(?:now\s+)?(?:removed|deleted|retired|dropped)\b|\bmust not be used\b|\bno longer (?:exists?|available|supported)\b|\bdoes(?: not|n't) exist\b|[(（](?:removed|retired)[)）]|已移除|已删除|삭제(?:됨|되었)/i.test(
    words.slice(0, 160),
  );
}

/** A second endpoint on one line counts when it is set off in bold code like the first. */
function opensStrong(raw: string, path: string): boolean {
  const head = path.split(':')[0] ?? path;
  return new RegExp(`\\*\\*\`[A-Z]+ ${head.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(raw);
}

const attribute = (name: string) =>
  new RegExp(`\\b(?:${name})=\\{?(?:"([^"]+)"|'([^']+)'|\`([^\`]+)\`|([^\\s"'\`>]+))`, 'i');
const methodAttribute = attribute('method');
const pathAttribute = attribute('path|url|route|endpoint|uri');

/** `<Route method="GET">/x</Route>` or `<Endpoint method="get" path="/x"/>` as `GET /x`. */
function readElement(raw: string): string | undefined {
  const method = methodAttribute
    .exec(raw)
    ?.slice(1)
    .find((value) => value !== undefined);
  const path =
    pathAttribute
      .exec(raw)
      ?.slice(1)
      .find((value) => value !== undefined) ?? /\bmethod=[^>]{0,80}>\s*([^\n]{1,400}?)\s*<\//.exec(raw)?.[1];
  return method && path ? `${method.toUpperCase()} ${plainLine(path).replace(/\\/g, '').trim()}` : undefined;
}
