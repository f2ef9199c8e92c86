import type { Run } from '../../typescript/evaluation/run.ts';
import type { ClassValue, Value } from '../../typescript/evaluation/value.ts';
import { textOf } from '../../typescript/evaluation/value.ts';
import type { Router, Step } from '../router.ts';
import { decoratorsOf } from './decorator.ts';

/** One Nest application: which controllers it answers with, and what it puts before all of them. */
export interface NestApp {
  readonly router: Router;
  /** Each controller with the path its module is mounted at by `RouterModule`. */
  readonly controllers: ReadonlyMap<ClassValue, string>;
  /** `undefined`: the prefix is set but not constant. */
  readonly prefix: string | undefined;
  readonly excluded: readonly string[];
  readonly versioning?: { readonly prefix: string; readonly fallback: readonly string[] };
  readonly guards: readonly Step[];
}

/** Reads an application from what was called on it and from the modules it is made of. */
export function nestApp(router: Router, run: Run): NestApp {
  const guards: Step[] = [];
  const mounts = new Map<ClassValue, string>();
  const modules = new Set<ClassValue>();
  const start = router.notes.get('module');
  if (start) visitModule(start, run, { modules, mounts, guards });
  for (const operation of router.operations) if (operation.does === 'hook') guards.push(...operation.steps);
  return {
    router,
    controllers: mountedControllers(modules, mounts, run),
    ...prefixOf(router, run),
    ...versioningOf(router, run),
    guards,
  };
}

interface Visit {
  readonly modules: Set<ClassValue>;
  readonly mounts: Map<ClassValue, string>;
  readonly guards: Step[];
}

function visitModule(value: Value, run: Run, visit: Visit): void {
  const dynamic = value.is === 'object' ? value : undefined;
  const own = dynamic === undefined ? value : run.member(dynamic, 'module');
  if (dynamic !== undefined) visitContent(dynamic, run, visit);
  if (own?.is !== 'class' || visit.modules.has(own)) return;
  visit.modules.add(own);
  for (const decorator of decoratorsOf(run, own.code.decorators, own.scope))
    if (decorator.name === 'Module' && decorator.args[0]) visitContent(decorator.args[0], run, visit);
}

function visitContent(content: Value, run: Run, visit: Visit): void {
  for (const imported of itemsOf(run.member(content, 'imports'))) {
    const decorator = textOf(run.member(imported, '#decorator'));
    if (decorator === 'RouterModule.register' || decorator === 'RouterModule.forRoutes') {
      for (const route of itemsOf(itemsOf(run.member(imported, 'args'))[0])) visitRoute(route, '', run, visit);
    } else visitModule(imported, run, visit);
  }
  for (const provider of itemsOf(run.member(content, 'providers'))) {
    const token = run.member(provider, 'provide');
    const given = run.member(provider, 'useClass') ?? run.member(provider, 'useExisting');
    if (token?.is !== 'external' || token.way.at(-1) !== 'APP_GUARD' || given === undefined) continue;
    visit.guards.push({ name: wordsOf(given) });
  }
}

/** `RouterModule.register([{ path, module, children }])`. */
function visitRoute(route: Value, above: string, run: Run, visit: Visit): void {
  const path = `${above}/${textOf(run.member(route, 'path')) ?? ''}`;
  const own = route.is === 'class' ? route : run.member(route, 'module');
  if (own?.is === 'class') visit.mounts.set(own, path);
  for (const child of itemsOf(run.member(route, 'children'))) visitRoute(child, path, run, visit);
}

function mountedControllers(
  modules: ReadonlySet<ClassValue>,
  mounts: ReadonlyMap<ClassValue, string>,
  run: Run,
): Map<ClassValue, string> {
  const controllers = new Map<ClassValue, string>();
  for (const owner of modules)
    for (const decorator of decoratorsOf(run, owner.code.decorators, owner.scope)) {
      const content = decorator.args[0];
      if (decorator.name !== 'Module' || content === undefined) continue;
      for (const controller of itemsOf(run.member(content, 'controllers')))
        if (controller.is === 'class') controllers.set(controller, mounts.get(owner) ?? '');
    }
  return controllers;
}

function prefixOf(router: Router, run: Run): Pick<NestApp, 'prefix' | 'excluded'> {
  const set = router.notes.get('setGlobalPrefix');
  const [prefix, options] = itemsOf(set);
  if (prefix === undefined) return { prefix: '', excluded: [] };
  const excluded = options === undefined ? [] : itemsOf(run.member(options, 'exclude'));
  const paths = excluded.map((one) => textOf(one) ?? textOf(run.member(one, 'path')));
  return { prefix: textOf(prefix), excluded: paths.filter((path) => path !== undefined) };
}

function versioningOf(router: Router, run: Run): Pick<NestApp, 'versioning'> {
  const [options] = itemsOf(router.notes.get('enableVersioning'));
  if (router.notes.get('enableVersioning') === undefined) return {};
  const type = options && run.member(options, 'type');
  if (type?.is === 'external' && type.way.at(-1) !== 'URI') return {};
  const given = options && run.member(options, 'prefix');
  const prefix = given?.is === 'plain' && given.value === false ? '' : (textOf(given) ?? 'v');
  return { versioning: { prefix, fallback: versionsOf(options && run.member(options, 'defaultVersion')) } };
}

/** The versions a value names; a neutral version is the empty text. */
export function versionsOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (value.is === 'list') return value.items.flatMap(versionsOf);
  if (value.is === 'external') return value.way.at(-1) === 'VERSION_NEUTRAL' ? [''] : [];
  const version = textOf(value);
  return version === undefined ? [] : [version];
}

export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.is === 'list' ? value.items : [];
}

/** A guard or middleware class by its name. */
export function wordsOf(value: Value): string {
  if (value.is === 'class') return value.code.name ?? 'class';
  if (value.is === 'external') return value.way.join('.') || value.from;
  return value.is === 'unknown' ? value.words : value.is;
}
