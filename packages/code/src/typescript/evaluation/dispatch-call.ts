import type { CallExpression, Expression } from '../script/script.ts';
import type { Evaluation } from './evaluation.ts';
import type { Call } from './host.ts';
import { baseField, callSuper } from './instance.ts';
import { callLanguageFunction } from './language-function.ts';
import { callListMethod } from './list-method.ts';
import { printExpression } from './print-expression.ts';
import { callTextMethod } from './text-method.ts';
import type { FunctionValue, Scope, Value } from './value.ts';
import { textOf } from './value.ts';

/** What a call gives: to a function of the repository, a list, a text, a package, something the host knows. Undefined: nobody knows. */
export function dispatchCall(
  evaluation: Evaluation,
  expression: CallExpression,
  call: Call,
  scope: Scope,
): Value | undefined {
  const { callee } = expression;
  if (isSuper(callee)) {
    callSuper(evaluation, scope, call.args);
    return scope.self;
  }
  if (typeof callee !== 'object' || callee.op !== 'member' || isSuper(callee.of)) {
    return callValue(evaluation, evaluation.evaluate(callee, scope), call);
  }
  const receiver = evaluation.evaluate(callee.of, scope);
  const key = textOf(evaluation.evaluate(callee.key, scope));
  if (key === undefined) return callBack(call);
  if (receiver.is === 'thing') return evaluation.host.callThing(receiver, key, call);
  if (receiver.is === 'list') return callListMethod(receiver, key, call);
  if (receiver.is === 'text') return callTextMethod(receiver.text, key, call);
  const own = evaluation.member(receiver, key);
  if (own !== undefined && own.is !== 'unknown') return callValue(evaluation, own, call, receiver);
  const base = receiver.is === 'object' ? receiver.fields.get(baseField) : undefined;
  if (base?.is === 'thing') return evaluation.host.callThing(base, key, call);
  if (receiver.is === 'function' && /^(call|apply|bind)$/.test(key)) return callBound(receiver, key, call);
  return evaluation.host.callUnknown(receiver, printExpression(callee.of), key, call) ?? callBack(call);
}

export function isSuper(expression: Expression): boolean {
  return typeof expression === 'object' && expression.op === 'name' && expression.name === 'super';
}

function callValue(evaluation: Evaluation, callee: Value, call: Call, self?: Value): Value | undefined {
  if (callee.is === 'function' || callee.is === 'class') return evaluation.invoke(callee, call.args, self, call);
  if (callee.is !== 'external') return callBack(call);
  return evaluation.host.callExternal(callee, call) ?? callLanguageFunction(callee, call) ?? callBack(call);
}

function callBound(target: FunctionValue, key: string, call: Call): Value {
  const [self, ...rest] = call.args;
  if (key === 'bind') return self === undefined ? target : { ...target, self };
  const args = key === 'apply' ? (rest[0]?.is === 'list' ? rest[0].items : []) : rest;
  return call.invoke(target, args, self);
}

/** Whoever is called may call the functions it is given, and is believed to give back the one function it wraps. */
function callBack(call: Call): Value | undefined {
  const functions = call.args.filter((value) => value.is === 'function');
  for (const value of functions) if (value.code.params.length === 0) call.invoke(value, []);
  return functions.length === 1 ? functions[0] : undefined;
}
