import type { Expression } from '../syntax/ast.ts';
import { printExpression } from './print.ts';
import type { Program } from './program.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';
import { textOf, unknown } from './value.ts';

/** Gives the targets of an assignment or a loop their values; several take a list apart. */
export function assignTargets(program: Program, targets: readonly Expression[], value: Value, scope: Scope): void {
  if (targets.length > 1) {
    targets.forEach((target, index) => {
      const item = value.is === 'list' ? value.items[index] : undefined;
      assignTargets(program, [target], item ?? unknown(printExpression(target)), scope);
    });
    return;
  }
  const [target] = targets;
  if (target === undefined) return;
  if (target.type === 'name') scope.set(target.name, value);
  else if (target.type === 'tuple' || target.type === 'list') assignTargets(program, target.items, value, scope);
  else if (target.type === 'member') {
    const of = program.evaluate(target.of, scope);
    if (of.is === 'instance' || of.is === 'made') of.fields.set(target.name, value);
    else if (of.is === 'class') of.members.set(target.name, value);
  } else if (target.type === 'item' && target.keys[0] !== undefined) {
    const of = program.evaluate(target.of, scope);
    const key = program.evaluate(target.keys[0], scope);
    const words = printExpression(target.keys[0]);
    if (of.is === 'dict') of.entries.set(textOf(key) ?? words, { key, value, words });
  }
}
