import type { Part } from '@iama/model';
import type { MigrationFile, MigrationSet } from '../migrations/migration-set.ts';
import { DjangoState } from './django-state.ts';
import type { DjangoMigration } from './migration-reader.ts';
import { runOperation } from './run-operation.ts';

interface Module {
  readonly path: string;
  readonly key: string;
  readonly migration: DjangoMigration;
}

/** The migrations of all apps of a Django project, in the order their dependencies demand, as changes to tables. */
export function djangoSet(parts: readonly Part[]): MigrationSet | undefined {
  const all = parts
    .filter((part) => part.kind === 'django-migration')
    .map(({ at, data }): Module => {
      const migration = data as DjangoMigration;
      return { path: at.path, key: `${migration.app}.${migration.name}`, migration };
    })
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.path < other.path ? -1 : 1));
  const modules = withoutSquashed(all);
  if (modules.length === 0) return undefined;
  const state = new DjangoState();
  const up = inOrder(modules).map(({ path, key, migration }): MigrationFile => {
    const changes = migration.operations.flatMap((operation) => runOperation(state, migration.app, path, operation));
    return {
      path,
      part: {
        set: folderOf(modules),
        tool: 'django',
        direction: 'up',
        order: { group: 0, numbers: [], name: key, revision: key, after: migration.after },
        dialect: 'postgresql',
        postgres: true,
        statements: migration.operations.length,
        changes,
        unread: migration.unread,
      },
    };
  });
  return { folder: folderOf(modules), up, down: [] };
}

/** A squashed migration counts where those it stands for are gone. */
function withoutSquashed(modules: readonly Module[]): Module[] {
  const keys = new Set(modules.map(({ key }) => key));
  return modules.filter(({ migration }) => {
    const { replaces } = migration;
    return replaces.length === 0 || !replaces.every((key) => keys.has(key));
  });
}

function inOrder(modules: readonly Module[]): Module[] {
  const byKey = new Map(modules.map((module) => [module.key, module]));
  for (const module of modules)
    for (const key of module.migration.replaces) if (!byKey.has(key)) byKey.set(key, module);
  const placed = new Set<Module>();
  const ordered: Module[] = [];
  const place = (module: Module): void => {
    if (placed.has(module)) return;
    placed.add(module);
    for (const key of module.migration.after) {
      const before = byKey.get(key) ?? (key.endsWith('.__first__') ? firstOf(modules, key) : undefined);
      if (before) place(before);
    }
    ordered.push(module);
  };
  for (const module of modules) place(module);
  return ordered;
}

function firstOf(modules: readonly Module[], key: string): Module | undefined {
  const app = key.slice(0, key.indexOf('.'));
  return modules.find(({ migration }) => migration.app === app);
}

/** The folder all of them stand in. */
function folderOf(modules: readonly Module[]): string {
  const split = modules.map(({ path }) => path.split('/').slice(0, -2));
  const [first = []] = split;
  const length = first.findIndex((segment, index) => split.some((one) => one[index] !== segment));
  return first.slice(0, length < 0 ? Math.max(0, first.length - 1) : length).join('/');
}
