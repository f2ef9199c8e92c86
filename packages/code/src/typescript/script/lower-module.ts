import type { Node } from 'oxc-parser';
import type { NodeOf, ParsedModule } from '../parsed-module.ts';
import { lowerClass } from './lower-class.ts';
import { lowerExpression } from './lower-expression.ts';
import { lowerFunction, lowerPattern } from './lower-function.ts';
import { lowerStatement, lowerStatements } from './lower-statement.ts';
import type { Lowering } from './lowering.ts';
import { pruneScript } from './prune-script.ts';
import { relevantFunctions } from './relevance.ts';
import type { Expression, Script, Statement } from './script.ts';

/** Says a whole file: what it imports, does at the top level, and exports. */
export function lowerModule(module: ParsedModule): Script {
  const lowering: Lowering = {
    module,
    relevant: relevantFunctions(module),
    expression: (node, depth) => lowerExpression(lowering, node, depth),
    functionCode: (node, name) => lowerFunction(lowering, node, name),
    classCode: (node) => lowerClass(lowering, node),
    statements: (nodes) => lowerStatements(lowering, nodes),
    pattern: (node) => lowerPattern(lowering, node),
  };
  const imports: Record<string, { from: string; name: string }> = {};
  const functions: Statement[] = [];
  const body: Statement[] = [];
  for (const node of module.program.body) {
    if (node.type === 'ImportDeclaration') addImports(imports, node);
    else {
      const inner = node.type === 'ExportNamedDeclaration' && node.declaration ? node.declaration : node;
      (inner.type === 'FunctionDeclaration' ? functions : body).push(...lowerTopLevel(lowering, node));
    }
  }
  return pruneScript({ path: module.path, imports, body: [...functions, ...body] });
}

function addImports(imports: Record<string, { from: string; name: string }>, node: NodeOf<'ImportDeclaration'>): void {
  if (node.importKind === 'type') return;
  for (const specifier of node.specifiers) {
    const name =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : specifier.type === 'ImportNamespaceSpecifier'
          ? '*'
          : nameOf(specifier.imported);
    if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') continue;
    imports[specifier.local.name] = { from: node.source.value, name };
  }
}

function lowerTopLevel(lowering: Lowering, node: Node): Statement[] {
  switch (node.type) {
    case 'ExportNamedDeclaration': {
      if (node.exportKind === 'type') return [];
      if (node.source) {
        const names = node.specifiers.map((one) => [nameOf(one.local), nameOf(one.exported)] as const);
        return [{ do: 'pass', from: node.source.value, names }];
      }
      const declared = node.declaration ? lowerStatement(lowering, node.declaration) : [];
      const named = declared.flatMap((one) => ('pattern' in one ? namesIn(one.pattern) : []));
      return [
        ...declared,
        ...named.map((name): Statement => ({ do: 'export', name, value: { op: 'name', name } })),
        ...node.specifiers.map(
          (one): Statement => ({
            do: 'export',
            name: nameOf(one.exported),
            value: { op: 'name', name: nameOf(one.local) },
          }),
        ),
      ];
    }
    case 'ExportAllDeclaration':
      if (node.exportKind === 'type') return [];
      return [{ do: 'pass', from: node.source.value, ...(node.exported ? { as: nameOf(node.exported) } : {}) }];
    case 'ExportDefaultDeclaration':
      return lowerDefault(lowering, node.declaration);
    case 'TSExportAssignment':
      return [{ do: 'export', name: '=', value: lowerExpression(lowering, node.expression) }];
    case 'TSImportEqualsDeclaration': {
      if (node.moduleReference.type !== 'TSExternalModuleReference') return [];
      const from = node.moduleReference.expression.value;
      return [{ do: 'let', pattern: { name: node.id.name }, value: { op: 'import', from } }];
    }
    default:
      return lowerStatement(lowering, node);
  }
}

function lowerDefault(lowering: Lowering, node: NodeOf<'ExportDefaultDeclaration'>['declaration']): Statement[] {
  const exported = (value: Expression): Statement => ({ do: 'export', name: 'default', value });
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
    const value: Expression =
      node.type === 'ClassDeclaration'
        ? { op: 'class', code: lowerClass(lowering, node) }
        : { op: 'function', code: lowerFunction(lowering, node as NodeOf<'FunctionDeclaration'>) };
    if (!node.id) return [exported(value)];
    const { name } = node.id;
    return [{ do: 'let', pattern: { name }, value }, exported({ op: 'name', name })];
  }
  return [exported(lowerExpression(lowering, node))];
}

function namesIn(pattern: Extract<Statement, { do: 'let' }>['pattern']): string[] {
  if ('name' in pattern) return pattern.name === '' ? [] : [pattern.name];
  const inner = 'keys' in pattern ? pattern.keys.map(([, one]) => one) : pattern.items.filter((one) => one !== null);
  return [...inner.flatMap(namesIn), ...(pattern.rest === undefined ? [] : [pattern.rest])];
}

function nameOf(node: Node): string {
  return node.type === 'Literal' ? String(node.value) : 'name' in node ? String(node.name) : '';
}
