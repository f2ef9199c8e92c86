import type { Call } from '../../typescript/evaluation/host.ts';
import type { ExternalValue, Value } from '../../typescript/evaluation/value.ts';
import { list, textOf } from '../../typescript/evaluation/value.ts';
import type { Framework, RouteWorld } from '../framework.ts';
import { decoratorValue } from '../nest/decorator.ts';
import { flatArguments, stepOf } from '../read-call.ts';
import type { Router } from '../router.ts';
import { newRouter } from '../router.ts';

/** NestJS, as far as calls lay it: the application and its settings, middleware, named configuration. */
export const nest: Framework = {
  name: 'nest',
  packages: /^@nestjs\//,
  types: /^(INestApplication|Nest(Express|Fastify)Application|MiddlewareConsumer)\b/,
  hooksWholeScope: true,

  make(external, call, world) {
    if (!external.from.startsWith('@nestjs/')) return undefined;
    const name = external.way.join('.');
    if (name === 'NestFactory.create') {
      const app = newRouter('nest', 'app', call.at);
      if (call.args[0]) app.notes.set('module', call.args[0]);
      return world.valueOf(app);
    }
    if (name === 'registerAs') return remember(call, world);
    if (name === 'forwardRef') return call.args[0] && call.invoke(call.args[0], []);
    if (name === 'ConfigService') return world.valueOf(configuration(call));
    return /^[A-Z]\w*$|^applyDecorators$|^RouterModule\.(register|forRoutes)$/.test(name) && !call.make
      ? decoratorValue(external, call)
      : undefined;
  },

  call(router, key, call, world) {
    const self = world.valueOf(router);
    if (router.notes.has('configuration')) return setting(key, call, world) ?? { is: 'unknown', words: 'a setting' };
    if (key === 'get')
      return isConfigService(call.args[0])
        ? world.valueOf(configuration(call))
        : { is: 'unknown', words: 'a provider' };
    if (key === 'setGlobalPrefix' || key === 'enableVersioning') router.notes.set(key, list(call.args, call.words));
    else if (key === 'useGlobalGuards' || key === 'use') useSteps(router, call);
    else if (key === 'listen') router.notes.set('listens', { is: 'plain', value: true });
    else if (key === 'apply') router.notes.set('applied', list(call.args, call.words));
    else if (key === 'forRoutes') forRoutes(router, call);
    return self;
  },
};

function remember(call: Call, world: RouteWorld): Value | undefined {
  const [name, factory] = [textOf(call.args[0]), call.args[1]];
  if (name === undefined || factory === undefined) return undefined;
  const value = call.invoke(factory, []);
  world.notes.set(`configuration ${name}`, value);
  return value;
}

function configuration(call: Call): Router {
  const router = newRouter('nest', 'scope', call.at);
  router.notes.set('configuration', { is: 'plain', value: true });
  return router;
}

/** `configService.get('app.prefix')`, as the named configuration gives it. */
function setting(key: string, call: Call, world: RouteWorld): Value | undefined {
  if (key !== 'get' && key !== 'getOrThrow') return undefined;
  const [name = '', ...way] = (textOf(call.args[0]) ?? '').split('.');
  const start = world.notes.get(`configuration ${name}`);
  const found = way.reduce<Value | undefined>((value, part) => value && call.member(value, part), start);
  if (found !== undefined && found.is !== 'unknown') return found;
  const fallback = call.args[1];
  return fallback?.is === 'text' ? fallback : undefined;
}

function isConfigService(value: Value | undefined): value is ExternalValue {
  return value?.is === 'external' && value.way.at(-1) === 'ConfigService';
}

function useSteps(router: Router, call: Call): void {
  const steps = flatArguments(call, 0).map(({ value, words }) => stepOf(value, words));
  router.operations.push({ does: 'hook', steps });
}

/** `consumer.apply(…).forRoutes(…)`: kept with what it is for, until the controllers are known. */
function forRoutes(router: Router, call: Call): void {
  const applied = router.notes.get('applied');
  if (applied === undefined) return;
  const known = router.notes.get('middleware');
  const entry = list([applied, list(call.args, call.words)]);
  router.notes.set('middleware', list([...(known?.is === 'list' ? known.items : []), entry]));
}
