import type { Statement } from '../script/script.ts';
import type { Evaluation } from './evaluation.ts';
import { openScope } from './scope.ts';
import type { Scope, Value } from './value.ts';
import { text, unknown } from './value.ts';

/** Runs statements one after the other; what they return is gathered, because every branch of a condition is taken. */
export function executeStatements(
  evaluation: Evaluation,
  statements: readonly Statement[],
  scope: Scope,
  returns: Value[],
): void {
  for (const statement of statements) {
    switch (statement.do) {
      case 'let':
        evaluation.bind(statement.pattern, evaluation.evaluate(statement.value, scope), scope);
        break;
      case 'run':
        evaluation.evaluate(statement.value, scope);
        break;
      case 'return':
        returns.push(evaluation.evaluate(statement.value, scope));
        return;
      case 'block':
        executeStatements(evaluation, statement.body, openScope(scope.path, scope), returns);
        break;
      case 'each':
        for (const item of itemsOf(evaluation.evaluate(statement.of, scope), statement.keys === true)) {
          const inner = openScope(scope.path, scope);
          evaluation.bind(statement.pattern, item, inner);
          executeStatements(evaluation, statement.body, inner, returns);
        }
        break;
      case 'export':
        evaluation.modules.setExport(scope.path, statement.name, evaluation.evaluate(statement.value, scope));
        break;
      case 'pass':
        break;
    }
  }
}

/** What a loop goes over; once over something unknown, when nobody knows. */
function itemsOf(value: Value, keys: boolean): readonly Value[] {
  if (keys && value.is === 'object') return [...value.fields.keys()].map(text);
  if (value.is === 'list') return value.items;
  return [unknown('an item')];
}
