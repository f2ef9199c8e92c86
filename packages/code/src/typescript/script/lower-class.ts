import type { NodeOf } from '../parsed-module.ts';
import { propertyName } from '../property-name.ts';
import type { ClassNode, Lowering } from './lowering.ts';
import { spotOf } from './lowering.ts';
import type { ClassCode, Expression, MethodCode } from './script.ts';

/** Says one class: its decorators, its fields, its methods. */
export function lowerClass(lowering: Lowering, node: ClassNode): ClassCode {
  const fields: ClassCode['fields'][number][] = [];
  const methods: MethodCode[] = [];
  for (const member of node.body.body) {
    if (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') {
      const key = propertyName(member);
      if (key === undefined || !member.value) continue;
      const value = lowering.expression(member.value);
      fields.push({ key, value, ...(member.static ? { static: true as const } : {}) });
    } else if (member.type === 'MethodDefinition') {
      const key = propertyName(member);
      if (key === undefined) continue;
      methods.push({
        key,
        code: lowering.functionCode(member.value as NodeOf<'FunctionExpression'>, key),
        decorators: decoratorsOf(lowering, member),
        ...(member.static ? { static: true as const } : {}),
        ...(member.kind === 'get' ? { getter: true as const } : {}),
      });
    }
  }
  return {
    ...(node.id ? { name: node.id.name } : {}),
    ...(node.superClass ? { extends: lowering.expression(node.superClass) } : {}),
    decorators: decoratorsOf(lowering, node),
    fields,
    methods,
    at: spotOf(lowering, node),
  };
}

function decoratorsOf(
  lowering: Lowering,
  node: { readonly decorators?: readonly NodeOf<'Decorator'>[] },
): Expression[] {
  return (node.decorators ?? []).map((decorator) => lowering.expression(decorator.expression));
}
