import type { UrlPiece } from './client-call.ts';

export interface Address {
  readonly path: string;
  readonly external: boolean;
}

/** Words that say nothing about whose service an address belongs to. */
const plain =
  /^(api|apis|base|url|uri|host|hostname|origin|server|backend|endpoint|root|prefix|path|address|public|vite|next|nextauth|nuxt|react|app|env|process|import|meta|config|configuration|this|options|settings|gateway|service|http|https|domain|location|window|get|client|web|site|runtime|v\d|default|rest|internal|props|state|use|context|ctx|constants?|global|globals|self|document|data|opts|port|local|localhost|main|core|node)$/i;
const assets =
  /\.(json|svg|png|jpe?g|gif|webp|css|m?js|html?|txt|wasm|glb|gltf|xml|ico|md|mdx|csv|woff2?|ttf|geojson|mp[34])$/i;

/** Puts the pieces of an address together: what only the run knows becomes a parameter. Undefined: it is no endpoint. */
export function assembleUrl(pieces: readonly UrlPiece[]): Address | undefined {
  const filled = pieces.filter((piece) => piece !== '');
  const foreign = isForeign(filled[0]);
  let path = '';
  filled.forEach((piece, index) => {
    if (typeof piece === 'string') path += piece;
    else if (index > 0) path += path.endsWith('/') ? `:${nameOf(piece)}` : index + 1 < filled.length ? ':part' : '';
  });
  path = path.replace(/[?#].*$/s, '').replace(/\{(\w+)\}/g, ':$1');
  const absolute = /^(?:https?:)?\/\/([^/:]*)(?::[^/]*)?(\/.*)?$/.exec(path);
  if (absolute) {
    if (!/^(localhost|127\.|0\.0\.0\.0|\[?::1|:)/.test(absolute[1] ?? '')) return { path, external: true };
    path = absolute[2] ?? '/';
  }
  if (!path.startsWith('/') || (assets.test(path) && !path.startsWith('/api'))) return undefined;
  return { path: tidy(path), external: foreign };
}

/** A segment that is partly known only to the run is a parameter; what is put together after the last segment is a query. */
function tidy(path: string): string {
  const segments = path.split('/').map((segment) => (/:\w+/.exec(segment)?.[0] ?? segment).replace(/^:$/, ':param'));
  const joined = segments.join('/').replace(/\/{2,}/g, '/');
  return joined.length > 1 ? joined.replace(/\/$/, '') : joined;
}

/** `user.id` → `id`, `encodeURIComponent(name)` → `name`. */
function nameOf(piece: Exclude<UrlPiece, string>): string {
  const words = 'hole' in piece ? piece.hole : piece.words;
  return /(\w+)\W*$/.exec(words.replace(/\.toString\(\)|\(\)$/g, ''))?.[1] ?? 'param';
}

/** An unknown base that is named after somebody is somebody's. */
function isForeign(piece: UrlPiece | undefined): boolean {
  if (piece === undefined || typeof piece === 'string') return false;
  const words = ('hole' in piece ? piece.hole : piece.words)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/);
  return words.some((word) => word !== '' && !plain.test(word));
}
