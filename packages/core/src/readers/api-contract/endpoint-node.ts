import type { EdgeFact, NodeFact } from '@iama/model';
import type { Document } from '../../document/document.ts';
import { accessBeside } from './access.ts';
import type { Form } from './declaration.ts';
import { summaryOf, versionOf } from './endpoint-words.ts';
import { readEndpointBlock } from './read-block.ts';
import { accessOfCells, readRow } from './read-row.ts';
import type { Settled } from './settle-declarations.ts';

export interface EndpointFacts {
  readonly node: NodeFact<'endpoint'>;
  readonly edges: readonly EdgeFact[];
  readonly form: Form;
  /** First line of its block. */
  readonly from: number;
  /** How much its block says: fields, replies, statuses. */
  readonly weight: number;
  /** Its block says what is asked or replied. */
  readonly full: boolean;
}

/** The node of one settled declaration and its edges to the codes its replies name. */
export function endpointNode(
  document: Document,
  settled: Settled,
  known: ReadonlySet<string>,
  guarded: boolean,
): EndpointFacts {
  const { declaration, id, path } = settled;
  const row = declaration.form === 'row' || declaration.form === 'item';
  const block = row ? undefined : readEndpointBlock(document, settled, known);
  const detail = block ?? readRow(settled, known);
  const access =
    accessBeside(declaration.words) ?? accessOfCells(settled) ?? block?.access ?? (guarded ? true : undefined);
  const summary = summaryOf(document, settled, block?.prose);
  const version = versionOf(declaration.section, path, document.scope);
  const attributes: NodeFact<'endpoint'>['attributes'] = {
    method: declaration.method,
    path,
    ...(summary === undefined ? {} : { summary }),
    ...(version === undefined ? {} : { version }),
    statuses: [...detail.statuses],
    errorCodes: detail.codes.map(({ code }) => code),
    denialReasons: [...detail.denialReasons],
    request: [...detail.request],
    response: [...detail.replies].sort((a, b) => (a.status ?? 0) - (b.status ?? 0)),
    ...(access === undefined ? {} : { protected: access }),
    lastLine: settled.lastLine,
  };
  const place = (line: number) => ({ path: document.path, line, column: 1, section: declaration.section.heading });
  return {
    node: {
      kind: 'endpoint',
      id,
      side: 'specified',
      at: { ...place(declaration.line), column: declaration.column },
      attributes,
    },
    edges: detail.codes.map(({ code, line }) => ({
      kind: 'emits' as const,
      from: { kind: 'endpoint' as const, id },
      to: { kind: 'error-code' as const, id: code },
      at: place(line),
      how: 'derived' as const,
      evidence: (document.lines[line - 1] ?? '').trim().slice(0, 160),
    })),
    form: declaration.form,
    from: settled.from,
    full: block?.full ?? false,
    weight:
      detail.request.length +
      detail.statuses.length +
      detail.replies.reduce((sum, reply) => sum + reply.fields.length, 0) +
      detail.codes.length,
  };
}
