import type { Node } from 'oxc-parser';
import type { Binding } from './binding.ts';
import { bindingOf } from './binding.ts';
import type { ParsedModule } from './parsed-module.ts';
import type { Expression } from './script/script.ts';

/**
 * A name or member that another place of the program may know, in the small language: an import, a constant of the top
 * level. Undefined for what only a run knows: parameters, locals, `this`.
 */
export function constantExpression(module: ParsedModule, node: Node): Expression | undefined {
  if (node.type === 'Identifier') {
    const binding = bindingOf(module, node.name, node);
    return binding === undefined || binding.scope === module.program ? namedExpression(node.name, binding) : undefined;
  }
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const of = constantExpression(module, node.object);
  return of === undefined ? undefined : { op: 'member', of, key: node.property.name };
}

/** A name of the top level; an imported one says where it comes from, so that it can be evaluated anywhere. */
export function namedExpression(name: string, binding: Binding | undefined): Expression {
  const declaration = binding?.declaration;
  if (declaration?.parent?.type === 'ImportDeclaration') {
    const from = declaration.parent.source.value;
    if (declaration.type === 'ImportDefaultSpecifier') return { op: 'imported', from, name: 'default' };
    if (declaration.type === 'ImportNamespaceSpecifier') return { op: 'imported', from, name: '*' };
    if (declaration.type === 'ImportSpecifier') {
      const { imported } = declaration;
      return { op: 'imported', from, name: imported.type === 'Literal' ? String(imported.value) : imported.name };
    }
  }
  const required = declaration?.type === 'VariableDeclarator' ? requiredFrom(declaration.init) : undefined;
  if (required === undefined) return { op: 'name', name };
  return (binding?.way ?? []).reduce<Expression>((of, key) => ({ op: 'member', of, key: String(key) }), {
    op: 'import',
    from: required,
  });
}

/** The file or package of `require('…')`. */
function requiredFrom(node: Node | null): string | undefined {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return undefined;
  const [from] = node.arguments;
  return from?.type === 'Literal' && typeof from.value === 'string' ? from.value : undefined;
}
