import type { NodeFact, Problem } from '@iama/model';
import { aliasReader } from '../typescript/alias-reader.ts';
import { moduleReaders } from '../typescript/module-readers.ts';
import { typescriptReader } from '../typescript/typescript.ts';
import { composeEndpoints } from './compose-endpoints.ts';
import { runProgram } from './program.ts';

/** The routes of files held in memory, as a repository with these files alone would show them. */
export interface ObservedRoutes {
  /** Endpoint ids; a question mark follows where the mount is unknown. */
  readonly ids: readonly string[];
  readonly chains: Readonly<Record<string, readonly string[] | undefined>>;
  readonly endpoints: readonly NodeFact<'endpoint'>[];
  readonly problems: readonly Problem[];
}

/** Reads files and composes their routes. Parts pass through text, as they do through the cache. */
export function observeRoutes(
  files: Readonly<Record<string, string>>,
  mounts: Readonly<Record<string, string>> = {},
): ObservedRoutes {
  const readers = [typescriptReader(moduleReaders, 1), aliasReader];
  const facts = Object.entries(files).flatMap(([path, text]) =>
    readers.filter((reader) => reader.accepts(path)).map((reader) => reader.read({ path, text }, { idPatterns: [] })),
  );
  const parts = JSON.parse(JSON.stringify(facts.flatMap((one) => one.parts)));
  const resolved = composeEndpoints(runProgram(parts), parts, { mounts });
  const endpoints = resolved.nodes.filter((node) => node.kind === 'endpoint');
  return {
    ids: endpoints.map((node) => node.id + (node.attributes.mount === 'unknown' ? ' ?' : '')),
    chains: Object.fromEntries(endpoints.map((node) => [node.id, node.attributes.chain])),
    endpoints,
    problems: [...facts.flatMap((one) => one.problems), ...resolved.problems],
  };
}
