import { posix } from 'node:path';
import type { Call } from './host.ts';
import type { ExternalValue, Value } from './value.ts';
import { list, text, textOf, unknown } from './value.ts';

/** What a function of the language or of Node gives: `Object.values`, `path.join`, `Promise.all` and their like. */
export function callLanguageFunction(external: ExternalValue, call: Call): Value | undefined {
  const from = external.from.replace(/^node:/, '');
  const name = external.way.join('.');
  if (from === 'path' || from === 'path/posix') return callPath(name.replace(/^posix\./, ''), call);
  if (from === 'desm') return callPath(name, call, true);
  if (from === 'url' && (name === 'fileURLToPath' || name === 'pathToFileURL')) return call.args[0];
  if (from !== '') return undefined;
  const [first, second] = call.args;
  switch (name) {
    case 'URL':
      return callPath(
        'resolve',
        { ...call, args: [...(second ? [{ ...second }] : []), ...(first ? [first] : [])] },
        true,
      );
    case 'Object.values':
      return first && entriesOf(first, call, (_, value) => value);
    case 'Object.keys':
      return first && entriesOf(first, call, (key) => text(key));
    case 'Object.entries':
      return first && entriesOf(first, call, (key, value) => list([text(key), value]));
    case 'Object.assign':
      return assign(call.args);
    case 'Object.fromEntries':
      return first && fromEntries(first);
    case 'Object.freeze':
    case 'Promise.resolve':
    case 'Promise.all':
    case 'Array.from':
    case 'Set':
    case 'Map':
    case 'structuredClone':
      return first;
    case 'String': {
      const words = textOf(first);
      return words === undefined ? undefined : text(words);
    }
    default:
      return undefined;
  }
}

function callPath(name: string, call: Call, fromFile = false): Value | undefined {
  const words = call.args.map(textOf);
  if (words.length === 0 || words.includes(undefined)) return undefined;
  const texts = words as string[];
  const [first = ''] = texts;
  if (name === 'dirname') return text(first.replace(/\/[^/]*$/, ''));
  if (name === 'basename') return text(posix.basename(first, texts[1]));
  if (name !== 'join' && name !== 'resolve') return undefined;
  const rooted = texts.findLast((one) => one.startsWith('repo:/'));
  if (rooted === undefined) return text(posix.join(...texts));
  const base = fromFile ? posix.dirname(rooted) : rooted;
  const rest = texts.slice(texts.lastIndexOf(rooted) + 1);
  return text(`repo:${posix.join(base.slice('repo:'.length), ...rest)}`);
}

function entriesOf(value: Value, call: Call, make: (key: string, value: Value) => Value): Value | undefined {
  if (value.is === 'object') {
    const entries = [...value.fields];
    return list(
      entries.map(([key, one]) => make(key, one)),
      entries.map(([key]) => key),
    );
  }
  if (value.is === 'list') return list(value.items.map((one, index) => make(String(index), one)));
  if (value.is !== 'module') return undefined;
  const names = call.namesOf(value.path);
  return list(
    names.map((name) => make(name, call.member(value, name) ?? unknown(name))),
    names,
  );
}

function assign(values: readonly Value[]): Value | undefined {
  const [target, ...sources] = values;
  if (target === undefined || !('fields' in target)) return target;
  for (const source of sources)
    if ('fields' in source) for (const [key, value] of source.fields) target.fields.set(key, value);
  return target;
}

function fromEntries(value: Value): Value | undefined {
  if (value.is !== 'list') return undefined;
  const fields = new Map<string, Value>();
  for (const entry of value.items) {
    const key = entry.is === 'list' ? textOf(entry.items[0]) : undefined;
    if (key !== undefined && entry.is === 'list' && entry.items[1]) fields.set(key, entry.items[1]);
  }
  return { is: 'object', fields };
}
