import type { Quantity } from '../../quantity/read-quantities.ts';
import { singular } from '../../words/singular.ts';
import type { Binding } from './bind-quantity.ts';

/** `access_token: string (lives for 15 minutes)` in a fence: the field, and how long it lives. */
export function codeFieldBinding(text: string, quantity: Quantity): Binding | undefined {
  const match = /^\s*([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\??\s*:\s*[\w[\]|" ]+\(/.exec(text);
  if (!match?.[1] || quantity.from < match[0].length || quantity.unit !== 's') return undefined;
  if (!/\b(?:live|lives|expir\w+|ttl|valid)\b/i.test(text.slice(match[0].length))) return undefined;
  return { subject: match[1].split('_').map(singular), attribute: 'lifetime', by: 'identifier' };
}
