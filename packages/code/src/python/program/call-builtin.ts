import { memberOf } from './member.ts';
import type { Program } from './program.ts';
import type { Given, Value } from './value.ts';
import { list, text, textOf, unknown } from './value.ts';

/** What a function of the language or its library gives, as far as it decides anything; undefined for all others. */
export function callBuiltin(program: Program, way: string, given: Given): Value | undefined {
  const [first, second] = given.args;
  switch (way) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
    case 'sorted':
    case 'reversed':
    case 'itertools.chain.from_iterable':
      return first === undefined
        ? list([])
        : first.is === 'dict'
          ? list([...first.entries.values()].map((one) => one.key))
          : first;
    case 'itertools.chain':
      return list(given.args.flatMap((one) => (one.is === 'list' ? one.items : [one])));
    case 'enumerate':
      return first?.is === 'list'
        ? list(first.items.map((item, index) => list([{ is: 'number', value: index }, item])))
        : undefined;
    case 'zip':
      return first?.is === 'list'
        ? list(
            first.items.map((_, index) =>
              list(given.args.map((one) => (one.is === 'list' ? (one.items[index] ?? unknown('')) : unknown('')))),
            ),
          )
        : undefined;
    case 'dict': {
      const entries = new Map(first?.is === 'dict' ? first.entries : []);
      for (const [key, value] of given.named) entries.set(key, { key: text(key), value, words: key });
      return { is: 'dict', entries };
    }
    case 'str': {
      const words = textOf(first);
      return words === undefined ? undefined : text(words);
    }
    case 'functools.partial':
    case 'functools.lru_cache':
    case 'functools.cache':
    case 'typing.cast':
      return first?.is === 'function' || first?.is === 'class' ? first : undefined;
    case 'getattr': {
      const name = textOf(second);
      return first === undefined || name === undefined ? undefined : memberOf(program, first, name, name);
    }
    case 'importlib.import_module':
    case 'import_module': {
      const path = program.tree.find(textOf(first) ?? '.', 'main.py');
      return path === undefined ? undefined : { is: 'module', path };
    }
    case 'os.path.join':
    case 'posixpath.join':
    case 'urllib.parse.urljoin': {
      const words = given.args.map(textOf);
      return words.includes(undefined) ? undefined : text(words.join('/').replace(/\/{2,}/g, '/'));
    }
    default:
      return undefined;
  }
}
