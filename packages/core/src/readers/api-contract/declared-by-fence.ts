import type { Block, Document } from '../../document/document.ts';
import type { Declaration, Form } from './declaration.ts';
import { introducedAs } from './defines-nothing.ts';
import { findEndpoints } from './find-endpoints.ts';

const languages = /^(?:|http|https|rest|text|txt|plain|plaintext|none|api|url|endpoint|undefined|text\/plain)$/i;
const request =
  /^((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:\s*[/|,]\s*(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS))*|WS|WSS|SSE)\s+(\S.*)$/;
const relative = /^[a-z][\w-]*(?:\/[\w{}:<>[\].$-]+)+(?:\?\S*)?$/;

/** Endpoints that the request lines of one fence name: a request (`POST /x` and its body), or a listing of one a line. */
export function declaredByFence(document: Document, block: Block<'code'>, index: number): Declaration[] {
  if (!languages.test(block.node.lang ?? '')) return [];
  const introduced = introducedAs(document, index);
  if (introduced === 'wrong') return [];
  const fenced = /^\s*(?:>\s?)*\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:`{3,}|~{3,})/.test(document.lines[block.line - 1] ?? '');
  const lines = block.node.value.split('\n');
  const written = lines.flatMap((text, offset) => {
    const match = request.exec(text.trim());
    if (!match?.[2]) return [];
    const said = relative.test(match[2].split(/\s/)[0] ?? '') ? `${match[1]} /${match[2]}` : text.trim();
    const endpoints = findEndpoints(said).filter(({ start }) => start === 0);
    const words = said.slice(endpoints[0]?.end ?? 0);
    return /^\s*(?:$|HTTP\/|#|\/\/|--|—|–|-\s|→|=>|->|[(（:：|]|\s{2,}\S|\s\p{Lo})/u.test(words)
      ? endpoints.map((endpoint) => ({ endpoint, words, offset }))
      : [];
  });
  if (written.length === 0) return [];
  const full = lines.filter((text) => text.trim() !== '' && !/^\s*(?:#|\/\/|--)/.test(text)).length;
  const opening = lines.findIndex((text) => text.trim() !== '' && !/^\s*(?:#|\/\/)/.test(text));
  const count = new Set(written.map(({ offset }) => offset)).size;
  const paths = new Set(written.map(({ endpoint }) => endpoint.path.path)).size;
  const listing = count > 1 && count >= full * 0.6;
  const taken = listing
    ? written
    : written.filter(({ offset }) => offset === opening || startsRequest(lines, offset, block.node.lang ?? ''));
  const form: Form = listing && paths > 1 ? 'row' : introduced === 'example' ? 'example' : 'fence';
  return taken.flatMap(({ endpoint, words, offset }) =>
    endpoint.methods.map((method) => ({
      method,
      path: endpoint.path,
      form,
      line: block.line + offset + (fenced ? 1 : 0),
      column: block.column,
      block,
      section: block.section,
      words: words.replace(/^\s*HTTP\/[\d.]+/, ''),
    })),
  );
}

/** In a file of requests each one follows `###` or an empty line. */
function startsRequest(lines: readonly string[], offset: number, language: string): boolean {
  const before = (lines[offset - 1] ?? '').trim();
  return /^https?$|^rest$/i.test(language) && (before === '' || before.startsWith('#'));
}
