/** A path as the graph names it, and what was written around it. */
export interface EndpointPath {
  /** `/jobs/:job_id`: parameters as `:name`, no host, no query, no closing slash. */
  readonly path: string;
  /** Names after the `?`. */
  readonly query: readonly string[];
  /** Host when an absolute URL was written; empty for a placeholder such as `{{base}}`. */
  readonly host?: string;
  /** The path ends in `/*`: everything below. */
  readonly wildcard?: true;
}

const absolute = /^(?:https?|wss?):\/\/([^/\s?#]+)/i;
const placeholder =
  /^(?:\{\{[^{}]+\}\}|\$?\{[^{}/]+\}|\$[A-Za-z_]\w*|<[^<>/]+>|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|\[[^[\]/]+\]|~)(?=\/)/;
const abbreviated = /\.\.\.|…/;
const wildcard = /\/\*{1,2}$/;

/**
 * Reads one written path or URL. Undefined when it names no single endpoint: an abbreviation (`/.../x`) or no
 * path at all.
 */
export function readEndpointPath(written: string): EndpointPath | undefined {
  let rest = written.trim().replace(/\\([{}<>[\]_*])/g, '$1');
  let host: string | undefined;
  const url = absolute.exec(rest);
  if (url?.[1]) {
    host = /^(?:\{|<|\$|\[)/.test(url[1]) ? '' : url[1].toLowerCase();
    rest = rest.slice(url[0].length) || '/';
  } else {
    const stand = placeholder.exec(rest);
    if (stand) {
      host = '';
      rest = rest.slice(stand[0].length);
    }
  }
  if (!rest.startsWith('/')) rest = `/${rest}`;
  let template = '';
  rest = rest.replace(/[{[]([?&][^{}[\]]+)[}\]]/g, (_, names: string) => {
    template += names;
    return '';
  });
  const end = queryStart(rest);
  const before = rest.slice(0, end);
  if (/\s/.test(before.replace(/[{<[][^{}<>[\]]*[}>\]]/g, ''))) return undefined;
  const below = wildcard.test(before);
  const segments = namedParameters(below ? before.replace(wildcard, '') : before)
    .split('/')
    .filter((segment) => segment !== '');
  if (segments.some((segment) => abbreviated.test(segment))) return undefined;
  const query = queryNames(`${template}${rest.slice(end).replace(/#.*$/, '')}`);
  const path = `/${[...segments, ...(below ? ['*'] : [])].join('/')}`;
  return { path, query, ...(host === undefined ? {} : { host }), ...(below ? { wildcard: true as const } : {}) };
}

/** Where the query or fragment begins: a `?` or `#` that is not part of a parameter (`{id?}`, `:id?`, `{id#Note}`). */
function queryStart(path: string): number {
  let depth = 0;
  for (let index = 0; index < path.length; index += 1) {
    const char = path[index] ?? '';
    if ('{<['.includes(char)) depth += 1;
    else if ('}>]'.includes(char)) depth -= 1;
    if (depth > 0) continue;
    if (char === '#') return index;
    if (char === '?' && !(/:\w+$/.test(path.slice(0, index)) && /^(?:$|\/)/.test(path.slice(index + 1)))) return index;
  }
  return path.length;
}

function queryNames(query: string): string[] {
  return query
    .split(/[?&,]/)
    .map((pair) => /^[\s{[(<]*([A-Za-z_][\w.-]*(?:\[\w*\])?)/.exec(pair)?.[1] ?? '')
    .filter((name, index, all) => name !== '' && all.indexOf(name) === index);
}

/** A path with every spelling of a parameter turned into `:name`. */
function namedParameters(path: string): string {
  return path
    .replace(/\$?\{\{?\s*([^{}]+?)\s*\}?\}/g, (_, name: string) => `:${parameterName(name)}`)
    .replace(/<\s*([^<>]+?)\s*>/g, (_, name: string) => `:${parameterName(name)}`)
    .replace(/\[{1,2}\s*(?:\.\.\.)?([^[\]]+?)\s*\]{1,2}/g, (_, name: string) => `:${parameterName(name)}`)
    .replace(/:([A-Za-z_][\w-]*)(?:\([^()]*\))?[?*+]?(?=$|[/.:@,~-])/g, ':$1');
}

/** `int:id`, `id:int`, `channel.id#DOCS`, `id?`, `*path` → the bare name. */
function parameterName(written: string): string {
  const before = written.split('#')[0] ?? written;
  const typed = /^(?:int|integer|str|string|uuid|path|slug|float|number|any|guid|long|bool|regex\([^)]*\)):(.+)$/i.exec(
    before,
  );
  const name = (typed?.[1] ?? before.split(':')[0] ?? before).replace(/^[*:.=]+|[?*+=]+$/g, '').trim();
  return name.replace(/[^\p{L}\p{N}_.-]+/gu, '_').replace(/^_+(?=.)|(?<=.)_+$/g, '') || 'parameter';
}

/** Names of the parameters of a normalised path. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:([\p{L}\p{N}_][\p{L}\p{N}_.-]*)/gu)].map((match) => match[1] ?? '');
}
