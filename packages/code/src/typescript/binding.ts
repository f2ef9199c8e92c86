import type { Node } from 'oxc-parser';
import type { NodeOf, ParsedModule } from './parsed-module.ts';

/** What a name stands for where it is used. */
export interface Binding {
  readonly name: string;
  readonly kind: 'import' | 'const' | 'let' | 'parameter' | 'function' | 'class' | 'enum' | 'other';
  /** Where it is declared: the import specifier, the variable declarator, the function, the class … */
  readonly declaration: Node;
  /** For a destructured name, the way from the value to it: `const { a: { b } } = value` gives `['a', 'b']`. */
  readonly way: readonly (string | number)[];
  /** The scope it lives in: the program, a function, a block. */
  readonly scope: Node;
}

type Scopes = Map<Node, Map<string, Binding>>;
const scopesOf = new WeakMap<ParsedModule, Scopes>();

/** The binding a name has at a node, searched from the inside out. Undefined: a global, or nothing this file declares. */
export function bindingOf(module: ParsedModule, name: string, from: Node): Binding | undefined {
  const scopes = allScopes(module);
  for (let node: Node | null | undefined = from; node; node = node.parent) {
    const binding = scopes.get(node)?.get(name);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

/** The names declared at the top level of a file. */
export function topLevelBindings(module: ParsedModule): ReadonlyMap<string, Binding> {
  return allScopes(module).get(module.program) ?? new Map();
}

function allScopes(module: ParsedModule): Scopes {
  const known = scopesOf.get(module);
  if (known !== undefined) return known;
  const scopes: Scopes = new Map();
  const declare = (
    scope: Node,
    name: string,
    kind: Binding['kind'],
    declaration: Node,
    way: Binding['way'] = [],
  ): void => {
    const names = scopes.get(scope) ?? new Map<string, Binding>();
    scopes.set(scope, names);
    if (!names.has(name)) names.set(name, { name, kind, declaration, way, scope });
  };
  for (const statement of module.nodesOf('ImportDeclaration'))
    for (const specifier of statement.specifiers) declare(module.program, specifier.local.name, 'import', specifier);
  for (const node of module.nodesOf('TSImportEqualsDeclaration')) declare(module.program, node.id.name, 'import', node);
  for (const node of module.nodesOf('VariableDeclarator')) declareVariable(node, declare);
  for (const type of ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'] as const)
    for (const node of module.nodesOf(type)) {
      for (const parameter of node.params) {
        const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
        eachName(pattern, [], (name, way) => declare(node, name, 'parameter', parameter, way));
      }
      if (node.id) declare(type === 'FunctionDeclaration' ? scopeAround(node) : node, node.id.name, 'function', node);
    }
  for (const node of module.nodesOf('ClassDeclaration'))
    if (node.id) declare(scopeAround(node), node.id.name, 'class', node);
  for (const node of module.nodesOf('TSEnumDeclaration')) declare(scopeAround(node), node.id.name, 'enum', node);
  for (const node of module.nodesOf('CatchClause'))
    if (node.param) eachName(node.param, [], (name, way) => declare(node, name, 'other', node, way));
  scopesOf.set(module, scopes);
  return scopes;
}

function declareVariable(
  node: NodeOf<'VariableDeclarator'>,
  declare: (scope: Node, name: string, kind: Binding['kind'], declaration: Node, way: Binding['way']) => void,
): void {
  const statement = node.parent;
  const keyword = statement?.type === 'VariableDeclaration' ? statement.kind : 'const';
  const scope = keyword === 'var' ? functionAround(node) : scopeAround(node);
  const kind = keyword === 'const' || keyword === 'var' ? 'const' : 'let';
  eachName(node.id, [], (name, way) => declare(scope, name, kind, node, way));
}

function eachName(
  pattern: Node,
  way: readonly (string | number)[],
  found: (name: string, way: Binding['way']) => void,
): void {
  if (pattern.type === 'Identifier') found(pattern.name, way);
  else if (pattern.type === 'AssignmentPattern') eachName(pattern.left, way, found);
  else if (pattern.type === 'RestElement') eachName(pattern.argument, [...way, '...'], found);
  else if (pattern.type === 'ArrayPattern')
    pattern.elements.forEach((element, index) => {
      if (element) eachName(element, [...way, index], found);
    });
  else if (pattern.type === 'ObjectPattern')
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') eachName(property.argument, [...way, '...'], found);
      else eachName(property.value, [...way, keyOf(property.key) ?? '...'], found);
    }
}

function keyOf(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

const scopeTypes = new Set<string>([
  'Program',
  'BlockStatement',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'StaticBlock',
  'TSModuleBlock',
]);

function scopeAround(node: Node): Node {
  let scope: Node = node.parent ?? node;
  while (scope.parent && !scopeTypes.has(scope.type)) scope = scope.parent;
  return scope;
}

function functionAround(node: Node): Node {
  let scope: Node = node.parent ?? node;
  while (scope.parent && !/^(Function|Arrow|Program|StaticBlock)/.test(scope.type)) scope = scope.parent;
  return scope;
}
