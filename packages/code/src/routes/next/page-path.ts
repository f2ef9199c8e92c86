/** What a file's place says: the project it belongs to, the path it answers. */
export interface PageRoute {
  readonly kind: 'app' | 'pages';
  /** The folder of the project. */
  readonly project: string;
  readonly path: string;
}

const ending = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** The route of a file of Next.js, or undefined when its place makes it none. */
export function pageRoute(file: string): PageRoute | undefined {
  if (!ending.test(file)) return undefined;
  const bare = file.replace(ending, '');
  const app = /^(?:(.*?)\/)?app\/(?:(.*)\/)?route$/.exec(bare);
  if (app) return named('app', app[1], app[2] ?? '');
  const pages = /^(?:(.*?)\/)?pages\/(api(?:\/.*)?)$/.exec(bare);
  if (pages) return named('pages', pages[1], (pages[2] ?? '').replace(/\/index$/, ''));
  return undefined;
}

function named(kind: PageRoute['kind'], project: string | undefined, way: string): PageRoute | undefined {
  const folders = way.split('/').filter((folder) => folder !== '' && !/^\(.*\)$|^@/.test(folder));
  if (kind === 'app' && folders.some((folder) => folder.startsWith('_'))) return undefined;
  const path = folders.map((folder) =>
    folder
      .replace(/^\[\[\.\.\.(\w+)\]\]$/, '{*$1}')
      .replace(/^\[\.\.\.([\w-]+)\]$/, '*')
      .replace(/^\[([\w-]+)\]$/, ':$1'),
  );
  return { kind, project: (project ?? '').replace(/(^|\/)src$/, ''), path: `/${path.join('/')}` };
}
