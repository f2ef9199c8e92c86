import type { NodeFact } from '@iama/model';
import type { Connection } from '../graph/connection.ts';
import { askNodes } from '../graph/questions/nodes.ts';
import { askParts } from '../graph/questions/parts.ts';
import { storedSources } from '../graph/stored-sources.ts';
import type { FactWriter } from '../graph/write-facts.ts';
import { inferPrecedence, resolvePrecedence } from '../infer/infer-precedence.ts';
import { inferTwins } from '../infer/infer-twins.ts';

/**
 * What configuration says of a document's standing among the others.
 *
 * @implements IAMA-READ-010
 */
export interface Standing {
  readonly rank?: number | undefined;
  readonly translationOf?: string | undefined;
}

/** Gives every document its rank, and says which ones translate or copy another: what no document can know alone. */
export function settleDocuments(
  connection: Connection,
  writer: FactWriter,
  declared: (path: string) => Standing | undefined,
): void {
  const sources = storedSources(connection);
  const documents = askNodes(connection)('document', { side: 'specified' });
  const paths = documents.map((document) => document.at.path);
  const roles = new Map(documents.map((document) => [document.at.path, document.attributes.role]));
  const lists = resolvePrecedence(askParts(connection)('precedence'), paths, (path) => roles.get(path));
  const ranks = inferPrecedence(lists, (path) => roles.get(path));
  const twins = inferTwins(paths.map((path) => ({ path, hash: sources.get(path)?.hash ?? path })));
  for (const document of documents) {
    const { path } = document.at;
    const { rank: _rank, translationOf: _translationOf, copyOf: _copyOf, ...own } = document.attributes;
    const said = declared(path);
    const rank = said?.rank ?? ranks.get(path)?.rank;
    const twin = said?.translationOf === undefined ? twins.get(path) : { translationOf: said.translationOf };
    const settled: NodeFact<'document'> = {
      ...document,
      attributes: { ...own, ...(rank === undefined ? {} : { rank }), ...twin },
    };
    const owner = sources.get(path)?.id;
    if (owner !== undefined && JSON.stringify(settled.attributes) !== JSON.stringify(document.attributes)) {
      writer.updateNode(owner, settled);
    }
  }
}
