import type { GraphView, Place } from '@iama/model';
import { documentLookup } from './document-lookup.ts';
import { standingDocuments } from './standing-documents.ts';

export interface HeaderClaim {
  /** The document it is about. */
  readonly path: string;
  readonly subject: string;
  readonly attribute: string;
  readonly claimed: string;
  readonly claimedAt: Place;
  readonly claimedWords: string;
  readonly said: string;
  readonly saidAt: Place;
}

const columns: readonly (readonly [RegExp, 'version' | 'status' | 'documentId'])[] = [
  [/^(?:version|ver|revision|版本)$/, 'version'],
  [/^(?:status|state|状态|狀態)$/, 'status'],
  [/^(?:document id|doc id|id)$/, 'documentId'],
];

/** Rows of tables that list documents and give them another version, status or id than their own heads do. */
export function headerClaims(graph: GraphView<'grid' | 'document' | 'section'>): HeaderClaim[] {
  const standing = standingDocuments(graph);
  const lookup = documentLookup(graph);
  const found: HeaderClaim[] = [];
  for (const grid of graph.nodes('grid')) {
    if (!standing.has(grid.at.path)) continue;
    const asked = grid.attributes.columns.flatMap((column, index) => {
      const attribute = columns.find(([pattern]) => pattern.test(column))?.[1];
      return attribute && index > 0 ? [{ attribute, index }] : [];
    });
    if (asked.length === 0) continue;
    for (const row of grid.attributes.rows) {
      const [path, ...more] = pathsIn([row.written, ...row.cells], grid.at.path, lookup);
      const document = path === undefined ? undefined : graph.node('document', path);
      if (!path || more.length > 0 || !document) continue;
      for (const { attribute, index } of asked) {
        const claimed = plain(row.cells[index - 1] ?? '');
        const said = document.attributes[attribute];
        if (claimed === '' || said === undefined || agree(claimed, said, attribute)) continue;
        const subject = document.attributes.documentId ?? path;
        found.push({
          path,
          subject,
          attribute: attribute === 'documentId' ? 'document id' : attribute,
          claimed,
          claimedAt: { ...grid.at, line: row.line, column: 1 },
          claimedWords: [row.written, ...row.cells].join(' | '),
          said,
          saidAt: document.at,
        });
      }
    }
  }
  return found;
}

/** The documents that the cells of a row name: file names, nothing else. */
function pathsIn(cells: readonly string[], from: string, lookup: ReturnType<typeof documentLookup>): string[] {
  const names = cells.flatMap((cell) =>
    [...cell.matchAll(/`?((?:[\w .-]+\/)*[\w.-]+\.(?:md|mdx|markdown))`?/gi)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names.flatMap((name) => lookup.named(name.trim(), from) ?? []))];
}

function agree(claimed: string, said: string, attribute: string): boolean {
  if (attribute === 'version') {
    const number = (text: string) => /\d+(?:\.\d+)*/.exec(text)?.[0].replace(/(?:\.0)+$/, '');
    const [one, other] = [number(claimed), number(said)];
    return one === undefined || other === undefined || one === other;
  }
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  if (attribute === 'status')
    return !known.test(words(claimed)) || !known.test(words(said)) || statusOf(claimed) === statusOf(said);
  return words(claimed) === words(said);
}

const known = /^(?:draft|proposed|accepted|approved|decided|rejected|deprecated|superseded|final|in review|active)\b/;

function statusOf(text: string): string {
  const [word = ''] = text
    .toLowerCase()
    .replace(/[^a-z ]+/g, ' ')
    .trim()
    .split(/\s+/);
  return ['accepted', 'approved', 'decided', 'final', 'active'].includes(word) ? 'accepted' : word;
}

function plain(cell: string): string {
  return cell.replace(/[*`]/g, '').trim();
}
