import type { FunctionCode } from '../script/script.ts';
import type { Evaluation } from './evaluation.ts';
import { missingArgument } from './missing-argument.ts';
import { openScope } from './scope.ts';
import type { ClassValue, ExternalValue, FunctionValue, ObjectValue, Scope, Value } from './value.ts';

const classKey = '#class';
/** The field that keeps what the package's class an instance extends would have made. */
export const baseField = '#base';

/** Makes an instance: fields, base classes first, then what the constructor does. */
export function makeInstance(evaluation: Evaluation, made: ClassValue, args: readonly Value[]): ObjectValue {
  const instance: ObjectValue = { is: 'object', fields: new Map(), of: made };
  initialize(evaluation, made, instance, args, 0);
  return instance;
}

/** `super(…)` inside a constructor. */
export function callSuper(evaluation: Evaluation, scope: Scope, args: readonly Value[]): void {
  const current = scope.get(classKey);
  const base = current?.is === 'class' ? current.base : undefined;
  if (scope.self?.is !== 'object') return;
  if (base?.is === 'class') initialize(evaluation, base, scope.self, args, 1);
  if (base?.is === 'external' && current?.is === 'class') extendExternal(evaluation, current, base, scope.self, args);
}

/** A method as a value: its `this` is the instance. */
export function methodOf(instance: ObjectValue, key: string): { value: FunctionValue; getter: boolean } | undefined {
  for (let at: Value | undefined = instance.of; at?.is === 'class'; at = at.base) {
    const method = at.code.methods.find((one) => one.key === key && !one.static);
    if (method) return { value: bindMethod(at, method.code, instance), getter: method.getter === true };
  }
  return undefined;
}

/** The method of the base class that `super.name` means. */
export function superMethod(scope: Scope, key: string): FunctionValue | undefined {
  const current = scope.get(classKey);
  const base = current?.is === 'class' ? current.base : undefined;
  if (base?.is !== 'class' || scope.self?.is !== 'object') return undefined;
  return methodOf({ ...scope.self, of: base }, key)?.value;
}

export function bindMethod(owner: ClassValue, code: FunctionCode, self: Value): FunctionValue {
  const scope = openScope(owner.scope.path, owner.scope, self);
  scope.set(classKey, owner);
  return { is: 'function', code, scope, self, fields: new Map() };
}

function extendExternal(
  evaluation: Evaluation,
  made: ClassValue,
  base: ExternalValue,
  instance: ObjectValue,
  args: readonly Value[],
): void {
  const at = { path: made.scope.path, line: made.code.at[0], column: made.code.at[1] };
  const thing = evaluation.makeExternal(base, args, at);
  if (thing?.is === 'thing') instance.fields.set(baseField, thing);
}

function initialize(
  evaluation: Evaluation,
  made: ClassValue,
  instance: ObjectValue,
  args: readonly Value[],
  depth: number,
): void {
  if (depth > 8) return;
  const own = made.code.methods.find((method) => method.key === 'constructor');
  if (own === undefined && made.base?.is === 'class') {
    initialize(evaluation, made.base, instance, args, depth + 1);
  }
  if (own === undefined && made.base?.is === 'external') extendExternal(evaluation, made, made.base, instance, args);
  const scope = openScope(made.scope.path, made.scope, instance);
  own?.code.params.forEach((parameter, index) => {
    if (!parameter.field || !('name' in parameter.pattern)) return;
    instance.fields.set(parameter.pattern.name, args[index] ?? missingArgument(parameter, made.scope));
  });
  for (const field of made.code.fields)
    if (!field.static) instance.fields.set(field.key, evaluation.evaluate(field.value, scope));
  if (own) evaluation.invoke(bindMethod(made, own.code, instance), args, instance);
}
