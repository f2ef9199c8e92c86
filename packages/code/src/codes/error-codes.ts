import type { EdgeFact, NodeFact, Part, Place } from '@iama/model';
import type { Run } from '../typescript/evaluation/run.ts';
import { textOf } from '../typescript/evaluation/value.ts';
import type { Emission, SentBody } from './emission.ts';
import type { EmittedCode } from './emitted-code.ts';
import { emittedCodes, statusFrom } from './emitted-code.ts';

/** Codes and replies of all files, and which endpoint or file emits them. */
export function errorCodes(
  parts: readonly Part[],
  run: Run,
  endpointsAt: (at: Place) => readonly string[],
): { readonly nodes: NodeFact[]; readonly edges: EdgeFact[] } {
  const codes = new Map<string, EmittedCode>();
  for (const part of parts) {
    if (part.kind !== 'emission') continue;
    for (const one of emittedCodes(part.data as Emission, part.at, run)) {
      const key = `${one.code}\n${one.at.path}\n${one.at.line}`;
      const known = codes.get(key);
      if (known === undefined || (known.status === undefined && one.status !== undefined)) codes.set(key, one);
    }
  }
  const emitted = [...codes.values()];
  return {
    nodes: [...emitted.map(codeNode), ...replies(parts, run, endpointsAt)],
    edges: emitted.flatMap((one) => codeEdges(one, endpointsAt(one.at))),
  };
}

function codeNode({ code, family, status, meaning, at }: EmittedCode): NodeFact {
  return {
    kind: 'error-code',
    id: code,
    side: 'observed',
    at,
    attributes: {
      family,
      ...(status === undefined ? {} : { httpStatus: status }),
      ...(meaning === undefined ? {} : { meaning }),
    },
  };
}

function codeEdges({ code, at }: EmittedCode, endpoints: readonly string[]): EdgeFact[] {
  const senders =
    endpoints.length > 0
      ? endpoints.map((id) => ({ kind: 'endpoint' as const, id }))
      : [{ kind: 'file' as const, id: at.path }];
  return senders.map((from) => ({
    kind: 'emits',
    from,
    to: { kind: 'error-code', id: code },
    at,
    how: 'derived',
    evidence: code,
  }));
}

/** Replies that answer an error: by their status, or by a field that holds a code. */
function replies(parts: readonly Part[], run: Run, endpointsAt: (at: Place) => readonly string[]): NodeFact[] {
  return parts.flatMap((part): NodeFact[] => {
    if (part.kind !== 'sent-body') return [];
    const { at } = part;
    const body = part.data as SentBody;
    const status = statusFrom(body.status, at, run);
    const code = body.code === undefined ? undefined : textOf(run.evaluateIn(at.path, body.code));
    if (status === undefined ? !body.fields.some(saysError) : status < 400) return [];
    const [endpoint] = endpointsAt(at);
    return [
      {
        kind: 'reply',
        id: `${at.path}:${at.line}:${at.column}`,
        side: 'observed',
        at,
        attributes: {
          fields: [...body.fields],
          open: body.open,
          ...(status === undefined ? {} : { status }),
          ...(code === undefined ? {} : { code }),
          ...(endpoint === undefined ? {} : { endpoint }),
        },
      },
    ];
  });
}

function saysError(field: string): boolean {
  return /^(error|errors|error_?code|err_?code|denial_?reason)(\.|$)/i.test(field);
}
