import type { Call } from './host.ts';
import type { ListValue, Value } from './value.ts';
import { isOpen, list, text, textOf, unknown } from './value.ts';

/** What a method of a list gives; undefined for methods that are not followed. Callbacks are really called. */
export function callListMethod(target: ListValue, name: string, call: Call): Value | undefined {
  const [first] = call.args;
  const each = (): Value[] =>
    target.items.map((item, index) =>
      first === undefined ? item : call.invoke(first, [item, { is: 'plain', value: index }, target]),
    );
  switch (name) {
    case 'forEach':
      each();
      return unknown('undefined');
    case 'map':
      return list(each(), target.words);
    case 'flatMap':
      return list(each().flatMap((item) => (item.is === 'list' ? item.items : [item])));
    case 'filter':
    case 'slice':
    case 'sort':
    case 'toSorted':
    case 'values':
      return target;
    case 'reverse':
      return list(target.items.toReversed(), target.words.toReversed());
    case 'flat':
      return list(target.items.flatMap((item) => (item.is === 'list' ? item.items : [item])));
    case 'concat':
      return list([...target.items, ...call.args.flatMap((item) => (item.is === 'list' ? item.items : [item]))]);
    case 'push':
      target.items.push(...call.args);
      target.words.push(...call.words);
      return { is: 'plain', value: target.items.length };
    case 'join': {
      const texts = target.items.map(textOf);
      const glue = first === undefined ? ',' : textOf(first);
      return texts.includes(undefined) || glue === undefined ? undefined : text(texts.join(glue));
    }
    case 'reduce': {
      const start = call.args[1] ?? target.items[0];
      if (first === undefined || start === undefined) return undefined;
      const rest = call.args[1] === undefined ? target.items.slice(1) : target.items;
      return rest.reduce((sum, item) => {
        const next = call.invoke(first, [sum, item]);
        return isOpen(next) ? sum : next;
      }, start);
    }
    default:
      return undefined;
  }
}
