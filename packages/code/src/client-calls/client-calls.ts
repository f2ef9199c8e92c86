import type { NodeFact, Part, Place } from '@iama/model';
import type { Run } from '../typescript/evaluation/run.ts';
import { textOf } from '../typescript/evaluation/value.ts';
import { assembleUrl } from './assemble-url.ts';
import type { ClientCall, UrlPiece } from './client-call.ts';

/** The requests all files send, with constants and base addresses of other files filled in. */
export function clientCalls(parts: readonly Part[], run: Run): NodeFact[] {
  return parts.flatMap((part): NodeFact[] => {
    if (part.kind !== 'client-call') return [];
    const call = part.data as ClientCall;
    const node = clientCall(call, part.at, run);
    return node === undefined ? [] : [node];
  });
}

function clientCall(call: ClientCall, at: Place, run: Run): NodeFact | undefined {
  if (call.perhaps && !isClient(call, at, run)) return undefined;
  const base = call.base ?? senderBase(call, at, run);
  const pieces = fill(call.pieces, at, run);
  if (pieces.every((piece) => typeof piece !== 'string')) return undefined;
  const address = assembleUrl(withBase(fill(base ?? [], at, run), pieces));
  if (address === undefined) return undefined;
  const { path, external } = address;
  const { method, client } = call;
  return {
    kind: 'client-call',
    id: `${method} ${path}`,
    side: 'observed',
    at,
    attributes: { method, path, client, external },
  };
}

function fill(pieces: readonly UrlPiece[], at: Place, run: Run): UrlPiece[] {
  return pieces.map((piece) => {
    if (typeof piece === 'string' || 'hole' in piece) return piece;
    const text = textOf(run.evaluateIn(at.path, piece.value));
    return text ?? piece;
  });
}

function isClient(call: ClientCall, at: Place, run: Run): boolean {
  const sender = call.sender === undefined ? undefined : run.evaluateIn(at.path, call.sender);
  return sender?.is === 'object' && sender.fields.has('#client');
}

/** The base address an imported client was made with. */
function senderBase(call: ClientCall, at: Place, run: Run): readonly UrlPiece[] | undefined {
  if (call.sender === undefined) return undefined;
  const sender = run.evaluateIn(at.path, call.sender);
  const base = sender.is === 'object' ? sender.fields.get('#url') : undefined;
  if (base === undefined) return undefined;
  const text = textOf(base);
  return text === undefined ? [{ hole: base.is === 'unknown' ? base.words : 'base' }] : [text];
}

function withBase(base: readonly UrlPiece[], pieces: readonly UrlPiece[]): readonly UrlPiece[] {
  const [first] = pieces;
  if (base.length === 0 || (typeof first === 'string' && /^(https?:)?\/\//.test(first))) return pieces;
  if (typeof first !== 'string') return [...base, ...pieces];
  const last = base.at(-1);
  const slash = first.startsWith('/') || (typeof last === 'string' && last.endsWith('/')) ? '' : '/';
  return [...base, slash, ...pieces];
}
