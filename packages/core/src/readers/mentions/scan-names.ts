import type { Found } from './found.ts';
import type { ScannedText } from './scanned-text.ts';

const spans = /(?<!`)(`{1,3})(?!`)([^`\n]{1,200}?)(?<!`)\1(?!`)/g;
const identifier = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_*][A-Za-z0-9_]*)*$/;
const methods = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
const endpoint = new RegExp(
  `(?<![A-Za-z0-9_])(${methods})[\`*\\s]{1,6}((?:https?:\\/\\/[^\\s\`|"'<>()\\[\\],;]+)|\\/[^\\s\`|"'<>()\\[\\],;]*)`,
  'g',
);
const barePath = /^\/[A-Za-z{:][\w\-./{}:*]*$/;
const fileName =
  /\.(?:md|ts|tsx|js|mjs|cjs|py|go|rs|java|json|ya?ml|toml|sql|sh|html?|css|png|svg|jpe?g|txt|csv|lock|env|log|xml)$/i;
const systemPath = /^\/(?:etc|usr|var|tmp|home|opt|bin|dev|proc|root|mnt|srv|sys|Users|app\/src|src)(?:\/|$)/;

/** Names in code spans, and endpoints: a method and a path anywhere, a bare path in a code span. */
export function scanNames(text: ScannedText, hosts: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  const taken = new Set<number>();
  for (const match of text.live.matchAll(endpoint)) {
    const path = localPath(match[2] ?? '', hosts);
    if (path === undefined) continue;
    const at = match.index + match[0].length - (match[2] ?? '').length;
    taken.add(at);
    found.push({ form: 'endpoint', token: `${match[1]} ${path}`, offset: match.index });
  }
  for (const match of text.prose.matchAll(spans)) {
    const written = match[2] ?? '';
    const inner = written.trim();
    const offset = match.index + (match[1]?.length ?? 1) + (written.length - written.trimStart().length);
    if (identifier.test(inner)) {
      if (inner.length > 1) found.push({ form: 'name', token: inner, offset });
    } else if (inner.startsWith('/') || /^https?:/.test(inner)) {
      const path = taken.has(offset) ? undefined : localPath(inner, hosts);
      if (path !== undefined && barePath.test(path) && !fileName.test(path) && !systemPath.test(path)) {
        found.push({ form: 'endpoint', token: path, offset });
      }
    }
  }
  return found;
}

/** A path without query and closing punctuation; of a URL only when its host is one the document calls its own. */
function localPath(written: string, hosts: ReadonlySet<string>): string | undefined {
  let path = written;
  const url = /^https?:\/\/([^/]+)(\/.*)?$/.exec(written);
  if (url) {
    if (!hosts.has((url[1] ?? '').toLowerCase())) return undefined;
    path = url[2] ?? '/';
  }
  path = path.replace(/[?#].*$/, '').replace(/[.:*_]+$/, '');
  path = path.length > 1 ? path.replace(/\/$/, '') : path;
  return path === '' || path === '/' || path.includes('...') ? undefined : path;
}

/** Hosts a document declares as its own: `Base URL: https://api.shop.example/v1`. */
export function ownHosts(lines: readonly string[]): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const line of lines) {
    if (line.length > 400 || !/https?:\/\//.test(line)) continue;
    if (!/\b(?:base[ _-]?(?:url|path)|server|host|api root|root url|production|staging|sandbox)\b/i.test(line))
      continue;
    for (const match of line.matchAll(/https?:\/\/([^/\s`"'<>)|]+)/g)) hosts.add((match[1] ?? '').toLowerCase());
  }
  return hosts;
}
