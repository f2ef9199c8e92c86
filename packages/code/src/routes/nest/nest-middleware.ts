import type { Value } from '../../typescript/evaluation/value.ts';
import { textOf } from '../../typescript/evaluation/value.ts';
import type { ComposerContext } from '../framework.ts';
import { joinPaths } from '../route-path.ts';
import type { Step } from '../router.ts';
import { itemsOf, wordsOf } from './nest-app.ts';
import type { NestRoute } from './nest-controllers.ts';

/** Middleware a module puts before some routes. */
export interface Middleware {
  readonly steps: readonly Step[];
  covers(route: NestRoute, path: string): boolean;
}

/** Everything `consumer.apply(…).forRoutes(…)` said. */
export function nestMiddleware({ routers, run }: ComposerContext): Middleware[] {
  return routers.flatMap((router) =>
    itemsOf(router.framework === 'nest' ? router.notes.get('middleware') : undefined).map((entry): Middleware => {
      const [applied, targets] = itemsOf(entry);
      const steps = itemsOf(applied).map((value) => ({ name: wordsOf(value) }));
      const covers = (route: NestRoute, path: string): boolean =>
        itemsOf(targets).some((target) => {
          if (target.is === 'class') return route.controller === target;
          const method = run.member(target, 'method');
          return verbFits(method, route.verb) && pathFits(textOf(target) ?? textOf(run.member(target, 'path')), path);
        });
      return { steps, covers };
    }),
  );
}

function verbFits(method: Value | undefined, verb: string): boolean {
  const name = method?.is === 'external' ? method.way.at(-1) : undefined;
  return name === undefined || name === 'ALL' || name === verb;
}

function pathFits(pattern: string | undefined, path: string): boolean {
  if (pattern === undefined) return false;
  const wanted = joinPaths(pattern).replace(/\{?\*\w*\}?$|\(\.\*\)$/, '*');
  if (wanted.endsWith('*')) return path.startsWith(wanted.slice(0, -1).replace(/\/$/, ''));
  return wanted === path;
}
