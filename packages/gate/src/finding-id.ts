import { createHash } from 'node:crypto';

/**
 * `<gate>#<10 hex>` of gate, code and subject keys: no line and no wording, so that waivers and baselines survive edits.
 * `ordinal` tells apart findings that are the same in all of these.
 */
export function findingId(gate: string, code: string, keys: readonly string[], ordinal: number): string {
  const said = [gate, code, ...keys, ...(ordinal > 0 ? [String(ordinal)] : [])].join('\u0000');
  return `${gate}#${createHash('sha256').update(said).digest('hex').slice(0, 10)}`;
}
