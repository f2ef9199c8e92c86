import type { Place } from '@iama/model';
import type { Member } from '../syntax/ast.ts';
import { guessRouter } from './guess-router.ts';
import { memberOf } from './member.ts';
import { printExpression } from './print.ts';
import type { Program } from './program.ts';
import type { Scope } from './scope.ts';
import type { DictValue, Given, ListValue, Value } from './value.ts';
import { list, memberOfClass, outsideBases, text, textOf, unknown } from './value.ts';

const routing =
  /^(?:get|post|put|patch|delete|head|options|route|api_route|include_router|register_blueprint|add_url_rule|add_api_route|mount)$/;
const routerName = /(?:^|[._])(?:app|application|router|api|bp|blueprint|server)\d*$|[Rr]outer$|_bp$|[Bb]lueprint$/;

/** What calling a method of a value gives. */
export function callMethod(
  program: Program,
  callee: Member,
  given: Given,
  at: Place,
  words: string,
  scope: Scope,
): Value {
  const { name } = callee;
  if (callee.of.type === 'call' && callee.of.callee.type === 'name' && callee.of.callee.name === 'super') {
    return callSuper(program, name, given, at, words, scope);
  }
  const receiver = program.evaluate(callee.of, scope);
  switch (receiver.is) {
    case 'list':
      return callList(receiver, name, given) ?? unknown(words);
    case 'dict':
      return callDict(receiver, name, given) ?? unknown(words);
    case 'text':
      return callText(receiver.text, name, given) ?? unknown(words);
    case 'made':
      return receiver.fields.has(name)
        ? program.call(receiver.fields.get(name) as Value, given, at, words)
        : program.callMade(receiver, name, given, at);
    case 'attribute':
      return program.remember(receiver.of, `${receiver.name}.${name}`, given, at);
    case 'unknown':
      if (!routing.test(name) || !routerName.test(receiver.words) || !isRouting(given, name)) return unknown(words);
      return callAssumed(program, receiver.words, name, given, at, scope) ?? unknown(words);
    case 'function':
      return unknown(words);
    case 'class': {
      const [outside] = outsideBases(receiver);
      if (outside === undefined || memberOfClass(receiver, name) !== undefined) break;
      return program.make(`${outside}.${name}`, given, at, receiver);
    }
    default:
      break;
  }
  return program.call(memberOf(program, receiver, name, printExpression(callee)), given, at, words);
}

// A router that is imported from where nobody finds it.
function callAssumed(
  program: Program,
  words: string,
  name: string,
  given: Given,
  at: Place,
  scope: Scope,
): Value | undefined {
  const way = guessRouter(program, scope.path);
  if (way === undefined) return undefined;
  return program.callMade(program.assume(way, at, `${scope.path} ${words}`), name, given, at);
}

function isRouting({ args, named }: Given, name: string): boolean {
  if (/^(?:include|register|mount)/.test(name)) return true;
  const path = textOf(args[0] ?? named.get('path') ?? named.get('rule'));
  return path !== undefined && (path === '' || path.startsWith('/'));
}

// `super().__init__(prefix=…)`: what the package is really given; otherwise the method of the base class.
function callSuper(program: Program, name: string, given: Given, at: Place, words: string, scope: Scope): Value {
  const self = scope.get('self');
  if (self?.is === 'made' && name === '__init__') {
    self.given = { ...given, named: new Map([...self.given.named, ...given.named]) };
    return self;
  }
  const own = self?.is === 'made' || self?.is === 'instance' ? self.of : undefined;
  for (const base of own?.bases ?? []) {
    const method = base.is === 'class' ? memberOfClass(base, name) : undefined;
    if (method?.is === 'function' && self !== undefined) return program.call({ ...method, self }, given, at, words);
  }
  return self?.is === 'made' ? program.remember(self, name, given, at) : unknown(words);
}

function callList(target: ListValue, name: string, { args, words }: Given): Value | undefined {
  const [first] = args;
  if ((name === 'append' || name === 'add') && first !== undefined) target.items.push(first);
  else if (name === 'insert' && args[1] !== undefined) target.items.push(args[1]);
  else if ((name === 'extend' || name === 'update') && first?.is === 'list') target.items.push(...first.items);
  else return name === 'copy' ? list(target.items, target.words) : undefined;
  target.words.push(...words);
  return { is: 'constant', value: null };
}

function callDict(target: DictValue, name: string, { args }: Given): Value | undefined {
  const [first, second] = args;
  const entries = [...target.entries.values()];
  if (name === 'items') return list(entries.map((one) => list([one.key, one.value])));
  if (name === 'values')
    return list(
      entries.map((one) => one.value),
      entries.map((one) => one.words),
    );
  if (name === 'keys') return list(entries.map((one) => one.key));
  if (name === 'get' || name === 'pop' || name === 'setdefault')
    return target.entries.get(textOf(first) ?? '')?.value ?? second;
  if (name === 'update' && first?.is === 'dict') for (const [key, one] of first.entries) target.entries.set(key, one);
  return name === 'copy' ? target : undefined;
}

function callText(target: string, name: string, { args, named }: Given): Value | undefined {
  const texts = args.map(textOf);
  const [first, second] = texts;
  const strip = (end: 'start' | 'end' | 'both'): Value => {
    const set = new Set(first ?? ' \t\n');
    let [from, to] = [0, target.length];
    while (end !== 'end' && from < to && set.has(target[from] as string)) from += 1;
    while (end !== 'start' && to > from && set.has(target[to - 1] as string)) to -= 1;
    return text(target.slice(from, to));
  };
  switch (name) {
    case 'lower':
      return text(target.toLowerCase());
    case 'upper':
      return text(target.toUpperCase());
    case 'title':
    case 'strip':
      return strip('both');
    case 'rstrip':
      return strip('end');
    case 'lstrip':
      return strip('start');
    case 'removeprefix':
      return first === undefined ? undefined : text(target.startsWith(first) ? target.slice(first.length) : target);
    case 'removesuffix':
      return first === undefined ? undefined : text(target.endsWith(first) ? target.slice(0, -first.length) : target);
    case 'replace':
      return first === undefined || second === undefined ? undefined : text(target.replaceAll(first, () => second));
    case 'split':
      return first === undefined ? undefined : list(target.split(first).map(text));
    case 'join': {
      const items = args[0]?.is === 'list' ? args[0].items.map(textOf) : [undefined];
      return items.includes(undefined) ? undefined : text(items.join(target));
    }
    case 'format': {
      let next = 0;
      const holes = [...target.matchAll(/\{(\w*)[^}]*\}/g)].map(([, key = '']) =>
        key === '' || /^\d+$/.test(key) ? texts[key === '' ? next++ : Number(key)] : textOf(named.get(key)),
      );
      if (holes.includes(undefined)) return undefined;
      let index = 0;
      return text(target.replace(/\{\w*[^}]*\}/g, () => holes[index++] ?? ''));
    }
    default:
      return undefined;
  }
}
