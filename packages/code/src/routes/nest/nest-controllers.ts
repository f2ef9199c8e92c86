import type { Run } from '../../typescript/evaluation/run.ts';
import type { ClassValue, Value } from '../../typescript/evaluation/value.ts';
import { textOf } from '../../typescript/evaluation/value.ts';
import type { MethodCode } from '../../typescript/script/script.ts';
import type { RoutePath, Step } from '../router.ts';
import type { Decorator } from './decorator.ts';
import { decoratorsOf } from './decorator.ts';
import { versionsOf, wordsOf } from './nest-app.ts';

/** One decorated method of one controller, before any prefix. */
export interface NestRoute {
  readonly controller: ClassValue;
  readonly owner: ClassValue;
  readonly method: MethodCode;
  readonly verb: string;
  readonly path: RoutePath;
  readonly versions: readonly string[];
  readonly chain: readonly Step[];
}

const verbs: Readonly<Record<string, string>> = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Patch: 'PATCH',
  Delete: 'DELETE',
  Options: 'OPTIONS',
  Head: 'HEAD',
  Search: 'SEARCH',
  All: 'ALL',
  Sse: 'GET',
};

/** Decorators a team makes itself that say who may call: kept in the chain as they are written. */
const says =
  /^(public|skip\w*auth|allow\w*|anonymous|no\w*auth|\w*auth\w*|\w*protected|guest|roles?|permissions?|\w*permission)\b/i;

/** The routes of a class that is a controller, inherited methods included; none when it is not. */
export function nestRoutes(run: Run, controller: ClassValue): NestRoute[] {
  const decorators = decoratorsOf(run, controller.code.decorators, controller.scope);
  const marks = decorators.filter((decorator) => decorator.name === 'Controller');
  return marks.flatMap((mark) => {
    const options = mark.args[0];
    const given = options?.is === 'object' ? run.member(options, 'path') : options;
    const versions = options?.is === 'object' ? versionsOf(run.member(options, 'version')) : [];
    const before = chainOf(decorators);
    return methodsOf(controller).flatMap(({ owner, method }) => {
      const own = decoratorsOf(run, method.decorators, owner.scope);
      const version = own.find((one) => one.name === 'Version');
      return own.flatMap((decorator) => {
        const verb = verbs[decorator.name];
        if (verb === undefined || !decorator.known) return [];
        return pathsIn(given).flatMap((above) =>
          pathsIn(decorator.args[0]).map(
            (path): NestRoute => ({
              controller,
              owner,
              method,
              verb,
              path: { text: `${above.text}/${path.text}`, open: above.open || path.open },
              versions: version === undefined ? versions : versionsOf(version.args[0]),
              chain: [...before, ...chainOf(own)],
            }),
          ),
        );
      });
    });
  });
}

function methodsOf(controller: ClassValue): { owner: ClassValue; method: MethodCode }[] {
  const found = new Map<string, { owner: ClassValue; method: MethodCode }>();
  for (let owner: Value | undefined = controller; owner?.is === 'class'; owner = owner.base)
    for (const method of owner.code.methods)
      if (!method.static && !found.has(method.key)) found.set(method.key, { owner, method });
  return [...found.values()];
}

function chainOf(decorators: readonly Decorator[]): Step[] {
  return decorators.flatMap((decorator): Step[] => {
    if (decorator.name === 'UseGuards') {
      return decorator.args.map((guard, index) => ({ name: decorator.words[index] || wordsOf(guard) }));
    }
    return !decorator.known && says.test(decorator.name) ? [{ name: `@${decorator.name}` }] : [];
  });
}

function pathsIn(value: Value | undefined): RoutePath[] {
  if (value === undefined || (value.is === 'plain' && value.value === null)) return [{ text: '', open: false }];
  if (value.is === 'list') return value.items.flatMap(pathsIn);
  const path = textOf(value);
  if (path !== undefined) return [{ text: path, open: false }];
  // Options without a path (`{ host }`, `{ version }`) stand for no path.
  if (value.is === 'object') return [{ text: '', open: false }];
  return [{ text: value.is === 'unknown' ? (value.tail ?? '') : '', open: true }];
}
