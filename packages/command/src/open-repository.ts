import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Graph } from '@iama/core';
import type { Configuration } from '@iama/model';
import { exitCodes } from '@iama/model';
import type { CommandContext } from './command-spec.ts';
import { contextOf } from './configuration/context-of.ts';
import { readConfiguration } from './configuration/read-configuration.ts';
import { settingsOf } from './configuration/settings.ts';
import { standingOf } from './configuration/standing-of.ts';
import { findRoot } from './find-root.ts';
import { progressBar } from './progress.ts';
import { allReaders } from './readers.ts';
import { UserError } from './user-error.ts';

export interface Repository {
  readonly root: string;
  readonly configuration: Configuration;
  readonly graph: Graph;
}

/** Finds the repository, reads its configuration, and brings its graph up to date. */
export async function openRepository(
  context: Pick<CommandContext, 'io' | 'edition' | 'options'>,
  { ignoreConfiguration = false } = {},
): Promise<Repository> {
  const { io, edition } = context;
  const options = context.options as { root?: string; config?: string };
  const asked = resolve(io.cwd, options.root ?? '.');
  if (!existsSync(asked) || !statSync(asked).isDirectory()) {
    throw new UserError(`There is no folder \`${relative(io.cwd, asked) || asked}\``, { exit: exitCodes.unverified });
  }
  const root = options.root === undefined ? findRoot(asked) : asked;
  const configuration = ignoreConfiguration ? {} : await readConfiguration(root, options.config);
  const [{ buildGraph }, { readers, resolvers }] = await Promise.all([import('@iama/core'), allReaders()]);
  const bar = progressBar(io);
  const built = await buildGraph({
    root,
    edition,
    readers,
    resolvers,
    settings: settingsOf(configuration),
    resolverSettings: { mounts: configuration.mounts ?? {} },
    contextOf: contextOf(configuration),
    standingOf: standingOf(configuration),
    standings: JSON.stringify(configuration.documents ?? []),
    file: join(root, '.iama', 'graph.db'),
    progress: bar.step,
  });
  bar.end();
  for (const note of built.notes) io.err(`note: ${note}\n`);
  return { root, configuration, graph: built.graph };
}
