import type { Expression } from '../script/script.ts';
import type { Evaluation } from './evaluation.ts';
import { printExpression } from './print-expression.ts';
import type { Scope, Value } from './value.ts';
import { textOf } from './value.ts';

/** Gives a name or a property another value; `module.exports` and `exports.name` are exports. */
export function assignValue(evaluation: Evaluation, to: Expression, value: Value, scope: Scope): void {
  if (typeof to === 'string' || (to.op !== 'name' && to.op !== 'member')) return;
  if (to.op === 'name') {
    if (!scope.assign(to.name, value)) scope.set(to.name, value);
    return;
  }
  const key = textOf(evaluation.evaluate(to.key, scope));
  if (key === undefined) return;
  if (scope.get('module') === undefined) {
    if (printExpression(to) === 'module.exports') evaluation.modules.setExport(scope.path, '=', value);
    else if (/^(module\.)?exports$/.test(printExpression(to.of))) evaluation.modules.setExport(scope.path, key, value);
  }
  const target = evaluation.evaluate(to.of, scope);
  if (target.is === 'module') evaluation.modules.setExport(target.path, key, value);
  if ('fields' in target) target.fields.set(key, value);
}
