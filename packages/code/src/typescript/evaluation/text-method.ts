import type { Call } from './host.ts';
import type { Value } from './value.ts';
import { list, text, textOf } from './value.ts';

/** What a method of a known text gives; undefined for methods that are not followed. */
export function callTextMethod(target: string, name: string, call: Call): Value | undefined {
  const words = call.args.map(textOf);
  const [first, second] = words;
  switch (name) {
    case 'toString':
    case 'valueOf':
    case 'normalize':
      return text(target);
    case 'toLowerCase':
      return text(target.toLowerCase());
    case 'toUpperCase':
      return text(target.toUpperCase());
    case 'trim':
      return text(target.trim());
    case 'concat':
      return words.includes(undefined) ? undefined : text(target + words.join(''));
    case 'replace':
      return first === undefined || second === undefined ? undefined : text(target.replace(first, () => second));
    case 'replaceAll':
      return first === undefined || second === undefined ? undefined : text(target.replaceAll(first, () => second));
    case 'split':
      return first === undefined ? undefined : list(target.split(first).map(text));
    default:
      return undefined;
  }
}
