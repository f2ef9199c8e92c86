import type { Call } from '../../typescript/evaluation/host.ts';
import { printExpression } from '../../typescript/evaluation/print-expression.ts';
import type { Run } from '../../typescript/evaluation/run.ts';
import type { ExternalValue, Scope, Value } from '../../typescript/evaluation/value.ts';
import { list, text, textOf } from '../../typescript/evaluation/value.ts';
import type { Expression } from '../../typescript/script/script.ts';

/** A decorator as it stands on a class or a method, composed ones taken apart. */
export interface Decorator {
  /** The name Nest knows it by, or the words it is written with. */
  readonly name: string;
  readonly args: readonly Value[];
  readonly words: readonly string[];
  readonly known: boolean;
}

const nameField = '#decorator';

/** The value of a call to one of Nest's own decorators. */
export function decoratorValue(external: ExternalValue, call: Call): Value {
  return {
    is: 'object',
    fields: new Map<string, Value>([
      [nameField, text(external.way.join('.'))],
      ['args', list(call.args, call.words)],
    ]),
  };
}

/** What the decorators of a class or a method say. */
export function decoratorsOf(run: Run, expressions: readonly Expression[], scope: Scope): Decorator[] {
  return expressions.flatMap((expression) => {
    const value = run.evaluate(expression, scope);
    const known = knownIn(value);
    if (known.length > 0) return known;
    return [{ name: printExpression(expression), args: [], words: [], known: false }];
  });
}

function knownIn(value: Value): Decorator[] {
  if (value.is === 'list') return value.items.flatMap(knownIn);
  if (value.is !== 'object') return [];
  const name = textOf(value.fields.get(nameField));
  const args = value.fields.get('args');
  if (name === undefined || args?.is !== 'list') return [];
  if (name === 'applyDecorators') return args.items.flatMap(knownIn);
  return [{ name, args: args.items, words: args.words, known: true }];
}
