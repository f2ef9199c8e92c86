import type { Problem } from '@iama/model';
import { bindMethod } from '../typescript/evaluation/instance.ts';
import { missingArgument } from '../typescript/evaluation/missing-argument.ts';
import type { Run } from '../typescript/evaluation/run.ts';
import type { ClassValue, FunctionValue, Value } from '../typescript/evaluation/value.ts';
import { unknown } from '../typescript/evaluation/value.ts';
import { frameworks } from './frameworks.ts';
import type { RouteHost } from './route-host.ts';
import type { Router } from './router.ts';

/**
 * Runs what nothing in the repository runs: plugins a platform registers, functions only tests or dynamic code call.
 * First those that need nothing given, then those that need a router: it is assumed. What turns out to be run by
 * another is taken back.
 */
export function runOrphans(run: Run, host: RouteHost): void {
  const attempts: { code: object; routers: readonly Router[]; problems: readonly Problem[] }[] = [];
  const attempt = (code: object, act: () => void): void => {
    const [routers, problems] = [host.routers.length, host.problems.length];
    act();
    attempts.push({ code, routers: host.routers.slice(routers), problems: host.problems.slice(problems) });
  };
  for (const value of host.classes) runClass(run, host, value, attempt);
  for (const needsRouter of [false, true])
    for (let index = 0; index < host.functions.length; index++) {
      const value = host.functions[index] as FunctionValue;
      if (value.code.body === undefined || host.timesRun(value.code) > 0) continue;
      if (!needsRouter && value.code.params.length > 0 && !makesApps(value)) continue;
      attempt(value.code, () => run.invoke(value, argumentsFor(value, host)));
    }
  for (const { code, routers, problems } of attempts) if (host.timesRun(code) > 1) host.forget(routers, problems);
}

/** A function that is named for making something is run before what may be called by it. */
function makesApps(value: FunctionValue): boolean {
  return /^(create|build|make|init|start|setup|boot|main|run|get)/i.test(value.code.name ?? '');
}

/** A class nobody makes an instance of is made once, and its methods are run. */
function runClass(
  run: Run,
  host: RouteHost,
  value: ClassValue,
  attempt: (code: object, act: () => void) => void,
): void {
  const methods = value.code.methods.filter((method) => method.code.body !== undefined && !method.getter);
  if (methods.length === 0 || methods.some((method) => host.timesRun(method.code) > 0)) return;
  const made: { instance?: Value } = {};
  attempt(value.code, () => {
    made.instance = run.instanceOf(value);
  });
  for (const method of methods) {
    if (method.key === 'constructor' || host.timesRun(method.code) > 0) continue;
    const bound = bindMethod(value, method.code, method.static ? value : (made.instance ?? value));
    attempt(method.code, () => run.invoke(bound, argumentsFor(bound, host)));
  }
}

/** Routers for the parameters whose type says so; the rest is unknown. */
function argumentsFor(value: FunctionValue, host: RouteHost): Value[] {
  const { code, scope } = value;
  return code.params.map((parameter, index) => {
    if ('name' in parameter.pattern && parameter.pattern.fallback !== undefined) return unknown(parameter.pattern.name);
    const plugin = index === 0 && /^FastifyPlugin/.test(code.type ?? '') ? 'fastify' : undefined;
    const framework = plugin ?? frameworkOfType(parameter.type);
    if (framework === undefined) return missingArgument(parameter, scope);
    const router = host.assume(framework, { path: scope.path, line: code.at[0], column: code.at[1] });
    if (code.name !== undefined) router.name = code.name;
    router.served = /\b(Application|Express|Koa)\b/.test(parameter.type ?? '');
    return host.world.valueOf(router);
  });
}

/** The framework whose router a parameter of this type is. */
function frameworkOfType(type: string | undefined): string | undefined {
  return type === undefined ? undefined : frameworks.find((framework) => framework.types.test(type))?.name;
}
