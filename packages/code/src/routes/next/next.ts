import { textOf } from '../../typescript/evaluation/value.ts';
import type { ComposedRoute } from '../composed-route.ts';
import type { ComposerContext, RouteComposer } from '../framework.ts';
import { joinPaths } from '../route-path.ts';
import type { PageRoute } from './page-path.ts';
import { pageRoute } from './page-path.ts';
import type { Answer, RouteFile } from './route-file.ts';
import { httpMethods } from './route-file.ts';

/** Route files of Next.js, with the base path of their project. A file that serves another framework's app says nothing. */
export const nextComposer: RouteComposer = {
  name: 'next',
  compose(context) {
    const files = context.parts.filter((part) => part.kind === 'route-file').map((part) => part.data as RouteFile);
    const byPath = new Map(files.map((file) => [file.path, file]));
    return files.flatMap((file) => {
      const route = pageRoute(file.path);
      return route === undefined || servesApp(file, context) ? [] : composeFile(file, route, byPath, context);
    });
  },
};

function servesApp(file: RouteFile, { run, world }: ComposerContext): boolean {
  const names = [...run.modules.names(file.path), 'default'];
  return names.some((name) => world.routerOf(run.modules.exportOf(file.path, name)) !== undefined);
}

function composeFile(
  file: RouteFile,
  route: PageRoute,
  byPath: ReadonlyMap<string, RouteFile>,
  context: ComposerContext,
): ComposedRoute[] {
  const answers =
    route.kind === 'app' ? [...file.answers, ...passedOn(file, context)] : handledBy(file, byPath, context);
  const path = joinPaths(basePath(route.project, context), route.path);
  return answers.map((answer) => ({
    method: answer.method,
    path,
    chain: answer.chain.map((name) => ({ name })),
    handler: { name: route.kind === 'app' ? answer.method : 'default', at: answer.at, lastLine: answer.lastLine },
    at: { ...answer.at, path: file.path, ...(answer.at.path === file.path ? {} : { line: 1, column: 1 }) },
    framework: 'next',
    mount: 'resolved',
  }));
}

/** Methods exported by a file this one passes on. */
function passedOn(file: RouteFile, { run }: ComposerContext): Answer[] {
  if (!file.passes) return [];
  const at = { path: file.path, line: 1, column: 1 };
  return run.modules
    .names(file.path)
    .filter((name) => httpMethods.test(name) && !file.answers.some((answer) => answer.method === name))
    .map((method) => ({ method, at, lastLine: 1, chain: [] }));
}

/** What the file answers itself, or the file its default export comes from. */
function handledBy(
  file: RouteFile,
  byPath: ReadonlyMap<string, RouteFile>,
  { run }: ComposerContext,
): readonly Answer[] {
  if (file.defaultFrom === undefined) return file.answers;
  const target = byPath.get(run.modules.files.find(file.defaultFrom, file.path) ?? '');
  if (target !== undefined && target.answers.length > 0) return target.answers;
  return [{ method: 'ALL', at: { path: file.path, line: 1, column: 1 }, lastLine: 1, chain: [] }];
}

function basePath(project: string, { run }: ComposerContext): string {
  for (const ending of ['js', 'mjs', 'ts', 'cjs']) {
    const file = `${project === '' ? '' : `${project}/`}next.config.${ending}`;
    if (run.modules.script(file) === undefined) continue;
    const config = run.modules.imported(file, 'default');
    return (config && textOf(run.member(config, 'basePath'))) ?? '';
  }
  return '';
}
