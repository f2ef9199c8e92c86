import { createHash } from 'node:crypto';
import type { Resolver, ResolverSettings } from '@iama/model';
import type { Connection } from '../graph/connection.ts';
import { definedNames } from '../graph/questions/defined-names.ts';
import { ownedMentions } from '../graph/questions/owned-mentions.ts';
import { askParts } from '../graph/questions/parts.ts';
import { testFiles } from '../graph/questions/test-files.ts';
import { builtVersions } from '../graph/questions/versions.ts';
import { storedMeta } from '../graph/stored-sources.ts';
import type { FactWriter } from '../graph/write-facts.ts';
import { mentionResolver, namedKinds } from './resolve-mention.ts';
import type { Standing } from './settle-documents.ts';
import { settleDocuments } from './settle-documents.ts';

export interface ResolvingOptions {
  readonly resolvers: readonly Resolver[];
  readonly resolverSettings: ResolverSettings;
  /** What configuration says of a document's rank and original. */
  readonly standingOf?: (path: string) => Standing | undefined;
}

/** Owners of resolved facts: 0 is nobody, then one number below zero for each resolver. */
const ownerOf = (index: number) => -1 - index;

/**
 * Says what several sources mean together. Runs inside the build's transaction, after all facts are stored, and does only
 * what changed: a resolver runs again when its parts changed; mentions of unchanged sources are resolved again only when
 * the names that can be meant changed.
 */
export function resolveGraph(
  connection: Connection,
  writer: FactWriter,
  { resolvers, resolverSettings: settings, standingOf }: ResolvingOptions,
  changed: readonly number[],
): void {
  settleDocuments(connection, writer, standingOf ?? (() => undefined));
  for (const [index, resolver] of resolvers.entries())
    runResolver(connection, writer, resolver, settings, ownerOf(index));
  const { names, key } = definedNames(connection, namedKinds);
  const resolve = mentionResolver(names, testFiles(connection));
  const all = storedMeta(connection, 'names') !== key;
  if (all) writer.removeResolvedEdges();
  const owners = all ? [undefined] : changed;
  for (const owner of owners) {
    for (const { owner: source, mention } of ownedMentions(connection, owner)) {
      for (const edge of resolve(mention)) writer.addResolvedEdge(source, edge);
    }
  }
  writer.setMeta('names', key);
  writer.setMeta('versions', JSON.stringify(builtVersions(connection)));
}

function runResolver(
  connection: Connection,
  writer: FactWriter,
  resolver: Resolver,
  settings: ResolverSettings,
  owner: number,
): void {
  const ask = askParts(connection);
  const parts = resolver.parts.flatMap((kind) => ask(kind));
  const key = createHash('sha256')
    .update(`${resolver.name}@${resolver.version}\0${JSON.stringify(settings)}\0${JSON.stringify(parts)}`)
    .digest('hex');
  if (storedMeta(connection, `resolver ${owner}`) === key) return;
  writer.removeFacts(owner);
  writer.addFacts(owner, resolver.resolve(parts, settings));
  writer.setMeta(`resolver ${owner}`, key);
}
