import type { Framework, RouteComposer } from './framework.ts';
import { express } from './frameworks/express.ts';
import { fastify } from './frameworks/fastify.ts';
import { hono } from './frameworks/hono.ts';
import { koa } from './frameworks/koa.ts';
import { nest } from './frameworks/nest.ts';
import { nestComposer } from './nest/nest.ts';
import { nextComposer } from './next/next.ts';

/** Frameworks whose routes are laid by calls. A new one is one file and one line here. */
export const frameworks: readonly Framework[] = [fastify, hono, koa, nest, express];

/** Frameworks whose routes are declared. */
export const routeComposers: readonly RouteComposer[] = [nestComposer, nextComposer];
