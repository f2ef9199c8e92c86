import type { DetailCollector } from './endpoint-detail.ts';
import { namedDenials, repliedCodes, repliedStatuses } from './reply-words.ts';

/** Adds the statuses, codes and denial reasons one line of prose names. */
export function readProse(
  text: string,
  inErrors: boolean,
  collector: DetailCollector,
  line: number,
  known: ReadonlySet<string>,
): void {
  collector.addStatuses(repliedStatuses(text));
  for (const { code, status } of repliedCodes(text, known, inErrors))
    collector.addCode(code, line, status === undefined ? [] : [status]);
  for (const reason of namedDenials(text)) collector.addDenial(reason);
}
