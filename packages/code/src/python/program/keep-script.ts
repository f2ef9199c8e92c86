import type { Expression, FunctionDefinition, Statement } from '../syntax/ast.ts';
import type { PythonModule } from '../syntax/parse-python.ts';
import { walk } from '../syntax/walk.ts';
import type { PythonScript } from './script.ts';
import { spotOf } from './script.ts';

const makers =
  /^(?:FastAPI|APIRouter|Flask|Quart|Blueprint|APIBlueprint|Api|Namespace|\w*Router|Starlette|Mount|Route|WebSocketRoute|Application|RouteTableDef|Sanic|include|path|re_path|url|mount|include_router|register|register_\w+|add_\w+|init_app|before_request|before_app_request|route|websocket|as_view|setup_routes|\w*_routes?|\w*routes?_\w*|create_app|make_app)$/;
const routerNames =
  /^_?(?:app|application|api|\w*router|\w*blueprint|\w*_?bp|server|urlpatterns|routes?|ns|namespace)$/i;
const longestText = 400;

/** What of a file has to be kept until all files are known. */
export function keepScript(module: PythonModule): PythonScript {
  const relevant = relevantFunctions(module.body);
  const spot = (offset: number): number => {
    const { line, column } = module.placeAt(offset);
    return spotOf(line, column);
  };
  return {
    path: module.path,
    body: strip(
      module.body.flatMap((one) => keepStatement(one, relevant)),
      spot,
    ),
  };
}

// Functions whose bodies make, mount or fill a router, and those that call them by name.
function relevantFunctions(body: readonly Statement[]): Set<FunctionDefinition> {
  const functions: FunctionDefinition[] = [];
  walk(body, (node) => {
    if ('type' in node && node.type === 'function') functions.push(node);
    return true;
  });
  const relevant = new Set<FunctionDefinition>();
  const names = new Set<string>();
  for (let before = -1; before !== relevant.size; ) {
    before = relevant.size;
    for (const one of functions) {
      if (relevant.has(one) || !(isShort(one) || decides(one, names))) continue;
      relevant.add(one);
      if (!isShort(one)) names.add(one.name);
    }
  }
  return relevant;
}

// What a few lines give may be a prefix, a settings object or a router; what a route's function does is not asked.
function isShort(code: FunctionDefinition): boolean {
  const real = code.body.filter((one) => !(one.type === 'expression' && one.value.type === 'text'));
  if (code.name === '__init__') return real.length < 25;
  if (real.length === 1 && real[0]?.type === 'return') return true;
  const last = real.at(-1);
  return (
    real.length <= 6 &&
    last?.type === 'return' &&
    !code.decorators.some((one) => one.type === 'call' && one.callee.type === 'member')
  );
}

function decides(code: FunctionDefinition, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(code.body, (node) => {
    if (found || !('type' in node)) return false;
    if (node.type === 'call') {
      const last = node.callee.type === 'member' || node.callee.type === 'name' ? node.callee.name : '';
      const given = node.args.some((one) => one.value.type === 'name' && routerNames.test(one.value.name));
      if (makers.test(last) || names.has(last) || given) found = true;
    }
    if (node.type === 'function' && node.decorators.some((one) => one.type === 'call' && one.callee.type === 'member'))
      found = true;
    return !found;
  });
  return found;
}

function keepStatement(statement: Statement, relevant: ReadonlySet<FunctionDefinition>): Statement[] {
  const keep = (body: readonly Statement[]): Statement[] => body.flatMap((one) => keepStatement(one, relevant));
  switch (statement.type) {
    case 'function': {
      if (relevant.has(statement)) return [{ ...statement, body: keep(statement.body) }];
      return [{ ...statement, body: [], bare: true }];
    }
    case 'class':
      return [{ ...statement, body: keep(statement.body) }];
    case 'expression':
      return statement.value.type === 'call' || statement.value.type === 'named'
        ? [{ ...statement, value: shorten(statement.value) }]
        : [];
    case 'assign':
      return statement.value === undefined ? [] : [{ ...statement, value: shorten(statement.value) }];
    case 'augment':
      return [{ ...statement, value: shorten(statement.value) }];
    case 'return':
      return [{ ...statement, values: statement.values.map(shorten) }];
    case 'if':
      return [{ ...statement, branches: statement.branches.map((one) => ({ ...one, body: keep(one.body) })) }];
    case 'for':
      return [{ ...statement, body: keep(statement.body) }];
    case 'with':
      return [{ ...statement, body: keep(statement.body) }];
    case 'block':
      return [{ ...statement, tests: [], bodies: statement.bodies.map(keep) }];
    case 'raise':
    case 'assert':
      return [];
    default:
      return [statement];
  }
}

// Long texts and long tables hold no prefix.
function shorten(expression: Expression): Expression {
  if (expression.type === 'text') {
    const size = expression.pieces.reduce((sum, piece) => sum + (piece.type === 'piece' ? piece.value.length : 0), 0);
    return size > longestText ? { type: 'other', inner: [], from: expression.from, to: expression.to } : expression;
  }
  if (expression.type === 'comprehension' && expression.of !== 'list')
    return { type: 'other', inner: [], from: expression.from, to: expression.to };
  return expression;
}

// Plain data: offsets become spots, and what only serves people who edit is left out.
function strip<T>(value: T, spot: (offset: number) => number): T {
  if (Array.isArray(value)) return value.map((one) => strip(one, spot)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const plain: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'to' && !('nameAt' in value)) plain[key] = 0;
    else
      plain[key] =
        (key === 'from' || key === 'to' || key === 'nameAt') && typeof inner === 'number'
          ? spot(inner)
          : strip(inner, spot);
  }
  return plain as T;
}
