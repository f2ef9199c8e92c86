import type { DetailCollector } from './endpoint-detail.ts';
import type { ObjectField } from './object-fields.ts';
import type { Part } from './part-label.ts';

/** Fields of a fence nobody labelled. */
export interface LooseFence {
  readonly fields: readonly ObjectField[];
  readonly line: number;
}

/** Fences nobody labelled: of a request without body they are replies, else the first is the request unless one was labelled. */
export function placeLoose(
  loose: readonly LooseFence[],
  method: string,
  ways: ReadonlySet<Part>,
  collector: DetailCollector,
): void {
  const bodyless = method === 'GET' || method === 'HEAD' || method === 'DELETE';
  const asked = ways.has('request') || ways.has('body');
  const replied = ways.has('response');
  const told = collector.detail.replies.some(
    ({ status, fields }) => status !== undefined && status < 400 && fields.length > 0,
  );
  for (const [index, { fields, line }] of loose.entries()) {
    const again = index > 0 && alike(loose[0]?.fields ?? [], fields);
    const reply = bodyless || asked || (index > 0 && !replied && !again);
    if (!reply || !told) collector.addFields(reply ? 'response' : 'request', [], fields, line);
  }
}

/** Two objects that share most of their top keys are two examples of one thing. */
function alike(a: readonly ObjectField[], b: readonly ObjectField[]): boolean {
  const top = (fields: readonly ObjectField[]) =>
    fields.filter((field) => !/[.[]/.test(field.name)).map((field) => field.name);
  const names = new Set(top(a));
  const others = top(b);
  return names.size > 0 && others.filter((name) => names.has(name)).length * 2 >= Math.min(names.size, others.length);
}
