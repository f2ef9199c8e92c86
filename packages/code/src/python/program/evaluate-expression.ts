import type { Argument, Expression } from '../syntax/ast.ts';
import { assignTargets } from './assign-targets.ts';
import { callMethod } from './call-method.ts';
import { chooseValue } from './choose-value.ts';
import { memberOf } from './member.ts';
import { printExpression } from './print.ts';
import type { Program } from './program.ts';
import { Scope } from './scope.ts';
import { placeOfSpot } from './script.ts';
import type { Given, ListValue, UnknownValue, Value } from './value.ts';
import { list, text, textOf, unknown } from './value.ts';

type Of<T extends Expression['type']> = Extract<Expression, { type: T }>;

/** What an expression gives among the names of a scope. */
export function evaluateExpression(program: Program, expression: Expression, scope: Scope): Value {
  switch (expression.type) {
    case 'name':
      return scope.get(expression.name) ?? { is: 'external', way: expression.name };
    case 'text':
      return evaluateText(program, expression, scope);
    case 'number':
      return { is: 'number', value: expression.value };
    case 'constant':
      return { is: 'constant', value: expression.value };
    case 'member':
      return memberOf(program, program.evaluate(expression.of, scope), expression.name, printExpression(expression));
    case 'item':
      return evaluateItem(program, expression, scope);
    case 'call':
      return evaluateCall(program, expression, scope);
    case 'list':
    case 'tuple':
    case 'set':
      return evaluateItems(program, expression.items, scope);
    case 'dict':
      return evaluateDict(program, expression, scope);
    case 'binary':
      return evaluateBinary(program, expression, scope);
    case 'conditional': {
      const values = [expression.yes, expression.no].map((one) => program.evaluate(one, scope));
      return chooseValue(values, printExpression(expression));
    }
    case 'lambda': {
      const at = placeOfSpot(scope.path, expression.from);
      const code = { name: 'lambda', params: expression.params, result: expression.body, at, lastLine: at.line };
      return program.addFunction(code, scope);
    }
    case 'named': {
      const value = program.evaluate(expression.value, scope);
      scope.set(expression.name, value);
      return value;
    }
    case 'star':
      return program.evaluate(expression.of, scope);
    case 'comprehension':
      return evaluateComprehension(program, expression, scope);
    default:
      return unknown(printExpression(expression));
  }
}

function evaluateCall(program: Program, expression: Of<'call'>, scope: Scope): Value {
  const { callee } = expression;
  const given = evaluateArguments(program, expression.args, scope);
  const at = placeOfSpot(scope.path, expression.from);
  const words = printExpression(expression);
  if (callee.type === 'member') return callMethod(program, callee, given, at, words, scope);
  return program.call(program.evaluate(callee, scope), given, at, words);
}

function evaluateArguments(program: Program, args: readonly Argument[], scope: Scope): Given {
  const values: Value[] = [];
  const words: string[] = [];
  const named = new Map<string, Value>();
  const namedWords = new Map<string, string>();
  for (const argument of args) {
    const value = program.evaluate(argument.value, scope);
    const written = printExpression(argument.value);
    if (argument.name !== undefined) {
      named.set(argument.name, value);
      namedWords.set(argument.name, written);
    } else if (argument.spread === '**') {
      if (value.is === 'dict') for (const [key, one] of value.entries) named.set(key, one.value);
    } else if (argument.spread === '*' && value.is === 'list') {
      values.push(...value.items);
      words.push(...wordsOf(value, written));
    } else {
      values.push(value);
      words.push(written);
    }
  }
  return { args: values, words, named, namedWords };
}

function wordsOf(value: ListValue, written: string): string[] {
  return value.items.map((_, index) => value.words[index] ?? written);
}

function evaluateText(program: Program, expression: Of<'text'>, scope: Scope): Value {
  const pieces = expression.pieces.map((piece) =>
    piece.type === 'piece' ? piece.value : textOf(program.evaluate(piece, scope)),
  );
  if (!pieces.includes(undefined)) return text(pieces.join(''));
  return withTail(printExpression(expression), pieces.slice(pieces.lastIndexOf(undefined) + 1).join(''));
}

function withTail(words: string, tail: string): UnknownValue {
  return { ...unknown(words), tail };
}

function evaluateItem(program: Program, expression: Of<'item'>, scope: Scope): Value {
  const of = program.evaluate(expression.of, scope);
  const keys = expression.keys.map((key) => program.evaluate(key, scope));
  const nobodyKnows = unknown(printExpression(expression));
  switch (of.is) {
    case 'dict':
      return of.entries.get(textOf(keys[0]) ?? '')?.value ?? nobodyKnows;
    case 'list':
      return keys[0]?.is === 'number' ? (of.items.at(keys[0].value) ?? nobodyKnows) : nobodyKnows;
    case 'class': {
      const key = textOf(keys[0]);
      return (key === undefined ? undefined : of.members.get(key)) ?? of;
    }
    case 'external': {
      if (/environ$/.test(of.way)) return nobodyKnows;
      const given = {
        args: keys,
        words: expression.keys.map(printExpression),
        named: new Map(),
        namedWords: new Map(),
      };
      return program.make(of.way, given, placeOfSpot(scope.path, expression.from));
    }
    default:
      return nobodyKnows;
  }
}

function evaluateItems(program: Program, items: readonly Expression[], scope: Scope): Value {
  const values: Value[] = [];
  const words: string[] = [];
  for (const item of items) {
    const value = program.evaluate(item, scope);
    const opened = item.type === 'star' && value.is === 'list';
    values.push(...(opened ? value.items : [value]));
    words.push(...(opened ? wordsOf(value, printExpression(item)) : [printExpression(item)]));
  }
  return list(values, words);
}

function evaluateDict(program: Program, expression: Of<'dict'>, scope: Scope): Value {
  const entries = new Map<string, { key: Value; value: Value; words: string }>();
  for (const entry of expression.entries) {
    const value = program.evaluate(entry.value, scope);
    if (entry.key === undefined) {
      if (value.is === 'dict') for (const [key, one] of value.entries) entries.set(key, one);
      continue;
    }
    const key = program.evaluate(entry.key, scope);
    const words = printExpression(entry.key);
    entries.set(textOf(key) ?? words, { key, value, words });
  }
  return { is: 'dict', entries };
}

function evaluateBinary(program: Program, expression: Of<'binary'>, scope: Scope): Value {
  const [left, right] = [program.evaluate(expression.left, scope), program.evaluate(expression.right, scope)];
  const words = printExpression(expression);
  if (expression.op === 'or') return chooseValue(textOf(left) === '' ? [right] : [left, right], words);
  if (expression.op !== '+') return unknown(words);
  if (left.is === 'list' || right.is === 'list') {
    const lists = [left, right].map((one) => (one.is === 'list' ? one : list([one], [words])));
    return list(
      lists.flatMap((one) => one.items),
      lists.flatMap((one) => wordsOf(one, '')),
    );
  }
  const [before, after] = [textOf(left), textOf(right)];
  if (before !== undefined && after !== undefined) return text(before + after);
  const tail = after ?? (right.is === 'unknown' ? right.tail : undefined);
  return tail === undefined ? unknown(words) : withTail(words, tail);
}

function evaluateComprehension(program: Program, expression: Of<'comprehension'>, scope: Scope): Value {
  const [clause, ...deeper] = expression.clauses;
  const of = clause === undefined ? undefined : program.evaluate(clause.iterable, scope);
  if (clause === undefined || of?.is !== 'list' || deeper.length > 0) return unknown(printExpression(expression));
  const values = of.items.map((item) => {
    const inner = new Scope(scope.path, scope);
    assignTargets(program, clause.targets, item, inner);
    return program.evaluate(expression.element, inner);
  });
  return list(values, of.words);
}
