import { guessRouter } from '../program/guess-router.ts';
import { printExpression } from '../program/print.ts';
import type { Program } from '../program/program.ts';
import type { FunctionValue, Value } from '../program/value.ts';
import { noArguments, unknown } from '../program/value.ts';

const routerTypes: readonly (readonly [RegExp, string])[] = [
  [/\bFastAPI\b/, 'fastapi.FastAPI'],
  [/\bAPIRouter\b/, 'fastapi.APIRouter'],
  [/\bStarlette\b/, 'starlette.applications.Starlette'],
  [/\bBlueprint\b/, 'flask.Blueprint'],
  [/\b(?:Flask|Quart)\b/, 'flask.Flask'],
  [/\bweb\.Application\b/, 'aiohttp.web.Application'],
];
const routerNames = /^_?(?:app|application|api|router|bp|blueprint)$/;

/**
 * Follows what nothing in the repository calls: factories a server calls, functions that fill a router they are given. First
 * those that need nothing given; a router that is needed is assumed.
 */
export function runLonely(program: Program): void {
  for (const needsRouter of [false, true]) {
    for (let index = 0; index < program.functions.length; index += 1) {
      const value = program.functions[index] as FunctionValue;
      if (value.code.body === undefined || program.hasRun(value)) continue;
      const needed = value.code.params.filter(
        (one) => one.fallback === undefined && one.star === undefined && !/^(?:self|cls)$/.test(one.name),
      );
      if (needed.length > 0 !== needsRouter) continue;
      const given = needed.map((one) =>
        routerFor(program, value, one.name, one.annotation === undefined ? '' : printExpression(one.annotation)),
      );
      if (needsRouter && given.every((one) => one.is === 'unknown')) continue;
      const named = new Map(needed.map((one, position) => [one.name, given[position] as Value]));
      program.call(value, { ...noArguments, named }, value.code.at, value.code.name);
    }
  }
}

function routerFor(program: Program, value: FunctionValue, name: string, type: string): Value {
  const typed = routerTypes.find(([sign]) => sign.test(type))?.[1];
  const way = typed ?? (type === '' && routerNames.test(name) ? guessRouter(program, value.scope.path) : undefined);
  return way === undefined
    ? unknown(name)
    : program.assume(way, value.code.at, `${value.scope.path} ${value.code.name} ${name}`);
}
