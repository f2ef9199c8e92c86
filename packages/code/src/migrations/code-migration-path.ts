import type { MigrationOrder } from './migration-part.ts';
import { numbered } from './migration-path.ts';

const elsewhere =
  /(?:^|\/)(?:node_modules|vendor|tests?|__tests__|fixtures?|spec|e2e|examples?|samples?|dist|build|templates?)\//i;
const scripts = /(?:^|\/)(?:migrations?|migrate)\/(?:[^/]+\/)?(?:\d{3,}|[Mm]igration\.?\d{6,}|V\d+)[^/]*\.[cm]?[jt]s$/;

/** What the path of a migration in TypeScript or JavaScript says; undefined for any other file. */
export function codeMigrationPath(path: string): { readonly set: string; readonly order: MigrationOrder } | undefined {
  if (!scripts.test(path) || elsewhere.test(path) || /\.d\.ts$|\.(?:test|spec)\./.test(path)) return undefined;
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1).replace(/\.[cm]?[jt]s$/, '');
  return { set: path.slice(0, slash), order: numbered(name.replace(/^[Mm]igration\.?(?=\d)/, '')) };
}

const languages: readonly (readonly [string, RegExp])[] = [
  ['JavaScript', scripts],
  ['Ruby', /(?:^|\/)db\/(?:migrate|[\w-]+_migrate)\/\d+_[^/]+\.rb$/],
  ['PHP', /(?:^|\/)(?:database\/)?migrations\/(?:\d{4}_|Version\d+)[^/]*\.php$/],
  ['Elixir', /(?:^|\/)priv\/[\w-]+\/migrations\/\d+_[^/]+\.exs$/],
  ['C#', /(?:^|\/)Migrations\/\d{14}_[^/]+(?<!\.Designer)\.cs$/],
  ['Liquibase changelogs', /(?:^|\/)(?:changelogs?|liquibase)\/(?:[^/]+\/)*[^/]+\.(?:xml|ya?ml|json)$/],
];

/** The language of a migration that is no SQL, by the conventions of the tools that run it. */
export function migrationLanguage(path: string): string | undefined {
  if (elsewhere.test(path)) return undefined;
  return languages.find(([, pattern]) => pattern.test(path))?.[0];
}
