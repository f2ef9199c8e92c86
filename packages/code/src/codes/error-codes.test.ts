import { expect, test } from 'vitest';
import { moduleReaders } from '../typescript/module-readers.ts';
import { typescriptReader } from '../typescript/typescript.ts';
import { typescriptProgram } from '../typescript-program.ts';

function observe(files: Readonly<Record<string, string>> | string) {
  const reader = typescriptReader(moduleReaders, 1);
  const sources = Object.entries(typeof files === 'string' ? { 'src/a.ts': files } : files);
  const parts = sources.flatMap(([path, text]) => reader.read({ path, text }, { idPatterns: [] }).parts);
  return typescriptProgram.resolve(JSON.parse(JSON.stringify(parts)), { mounts: {} });
}

function codes(files: Readonly<Record<string, string>> | string): string[] {
  return observe(files).nodes.flatMap((node) => {
    if (node.kind !== 'error-code') return [];
    const { httpStatus, family } = node.attributes;
    return [`${node.id}${httpStatus === undefined ? '' : ` ${httpStatus}`}${family === 'denial' ? ' denial' : ''}`];
  });
}

const inside = (statement: string): string =>
  `export async function handle(request, reply, res, c, ctx, next) {\n${statement}\n}`;

test.each([
  ["return reply.code(404).send({ error_code: 'LOT_NOT_FOUND', message: 'No such lot' });", ['LOT_NOT_FOUND 404']],
  [
    "res.status(409).json({ error: { code: late ? 'TOO_LATE' : 'TOO_EARLY', message } });",
    ['TOO_LATE 409', 'TOO_EARLY 409'],
  ],
  [
    "return c.json({ code: 'QUOTA_EXCEEDED', denial_reason: 'TRIALS_PER_MONTH' }, 429);",
    ['QUOTA_EXCEEDED 429', 'TRIALS_PER_MONTH 429 denial'],
  ],
  ["return NextResponse.json({ errorCode: 'x.y' }, { status: 422 });", ['x.y 422']],
  ["return new Response(JSON.stringify({ error: 'invalid_grant' }), { status: 400 });", ['invalid_grant 400']],
  ["ctx.status = 403;\nctx.body = { error: 'NO_ENTRY' };", ['NO_ENTRY 403']],
  ["reply.code(400);\nreturn { error: 'BAD_SEED' };", ['BAD_SEED 400']],
  ["const body = { code: 'GONE_AWAY', message: '' };\nreturn reply.code(410).send(body);", ['GONE_AWAY 410']],
  [
    "let code = 'FIRST_ONE';\nif (late) code = 'SECOND_ONE';\nreturn res.status(400).json({ code, message });",
    ['FIRST_ONE 400', 'SECOND_ONE 400'],
  ],
  ["throw Object.assign(new Error('x'), { code: 'BROKEN_SEED', statusCode: 500 });", ['BROKEN_SEED 500']],
  ["return { allowed: false, errorCode: 'NOT_YOURS' };", ['NOT_YOURS']],
  ["throw new AppError('TOKEN_EXPIRED', 401, 'late');", ['TOKEN_EXPIRED 401']],
  ["throw new NotFoundException({ code: 'LOT_MISSING', message: 'x' });", ['LOT_MISSING 404']],
  [
    "import { HttpStatus } from '@nestjs/common'; throw new ApiException(HttpStatus.CONFLICT, 'SEED_TAKEN');",
    ['SEED_TAKEN 409'],
  ],
  ["return sendError(reply, 404, 'TRIAL_NOT_FOUND', 'No such trial');", ['TRIAL_NOT_FOUND 404']],
  ["next(createError(403, 'OWNER_ONLY'));", ['OWNER_ONLY 403']],
])('%s', (statement, expected) => {
  const [imports, rest] = statement.startsWith('import') ? statement.split('; ') : ['', statement];
  expect(codes(`${imports}\n${inside(rest as string)}`)).toEqual(expected);
});

test.each([
  ["return reply.code(200).send({ code: 'ALL_GOOD', message: 'x' });", 'a good answer'],
  ["if (error.code === 'NOT_MINE') return;", 'a comparison'],
  ["logger.error({ code: 'JUST_LOGGED' });\nconsole.error('ALSO_LOGGED');", 'a log line'],
  ["const money = { code: 'EUR', status: 'active' };\nreturn money;", 'a currency'],
  ["context.addIssue({ code: 'custom', message: 'no' });", 'a validation issue'],
  ["throw new Error('Something went WRONG_HERE');\nsetError('SHOWN_ONLY');", 'a plain error'],
  ["dispatch({ type: 'LOTS_FAILED' });\nawait db.query('SELECT', { code: 'X_Y' });", 'an action'],
])('%s sends no code: %s', (statement) => {
  expect(codes(inside(statement))).toEqual([]);
});

test('classes, constants and tables of other files are followed; what is never thrown is not emitted', () => {
  expect(
    codes({
      'src/errors.ts': `export enum Code { Taken = 'EMAIL_TAKEN', Unused = 'NEVER_SENT' }
export const ERRORS = { weak: { code: 'WEAK_PASSWORD', status: 400 }, other: { code: 'NOT_THROWN', status: 400 } } as const;
const STATUS = { RATE_LIMITED: 429 };
export class ApiError extends Error {
  readonly status: number;
  constructor(readonly code: string, message: string, public readonly denialReason?: string) { super(message); this.status = STATUS[code]; }
}
export class Missing extends ApiError { constructor(what: string) { super('THING_MISSING', what); } }
export class Unthrown extends ApiError { constructor() { super('UNTHROWN_CODE', ''); } }
export class Other extends Error { constructor(permission: string) { super(permission); } }`,
      'src/index.ts': `export * from './errors';`,
      'src/use.ts': `import { ApiError, Code, ERRORS, Missing, Other } from './index';
export function use(reply) {
  if (a) throw new ApiError(Code.Taken, 'x');
  if (b) throw new ApiError('RATE_LIMITED', 'x', 'PER_MINUTE');
  if (c) throw new Missing('lot');
  if (d) throw new Other('READ_ALL');
  throw ERRORS.weak;
}`,
    }),
  ).toEqual(['EMAIL_TAKEN', 'RATE_LIMITED 429', 'PER_MINUTE 429 denial', 'THING_MISSING', 'WEAK_PASSWORD 400']);
});

test('an endpoint emits what its handler sends, a file what else it sends; replies tell their fields', () => {
  const { nodes, edges } = observe({
    'src/app.ts': `import Fastify from 'fastify';
import { fail } from './fail';
const app = Fastify();
app.get('/lots', async (request, reply) => {
  if (none) return reply.code(404).send({ error_code: 'NO_LOTS', message: 'x', ...rest });
  return reply.send({ lots: [] });
});`,
    'src/fail.ts': `export function fail(reply) { return reply.status(500).send({ error: { code: 'BROKEN_DOWN', message: 'x' } }); }`,
  });
  expect(edges.map(({ kind, from, to }) => `${from.id} ${kind} ${to.id}`)).toEqual([
    'GET /lots emits NO_LOTS',
    'src/fail.ts emits BROKEN_DOWN',
  ]);
  expect(nodes.filter((node) => node.kind === 'reply').map(({ attributes }) => attributes)).toEqual([
    { fields: ['error_code', 'message'], open: true, status: 404, code: 'NO_LOTS', endpoint: 'GET /lots' },
    { fields: ['error', 'error.code', 'error.message'], open: false, status: 500, code: 'BROKEN_DOWN' },
  ]);
  expect(nodes.find((node) => node.kind === 'endpoint')?.attributes).toMatchObject({
    errorCodes: ['NO_LOTS'],
    statuses: [404],
  });
});
