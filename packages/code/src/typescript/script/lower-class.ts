import type { NodeOf } from '../parsed-module.ts';
import { propertyName } from '../property-name.ts';
import type { ClassNode, Lowering } from './lowering.ts';
import { spotOf, wordsOf } from './lowering.ts';
import type { ClassCode, Expression, MethodCode } from './script.ts';

/** Says one class: its decorators, its fields, its methods. */
export function lowerClass(lowering: Lowering, node: ClassNode): ClassCode {
  const fields: ClassCode['fields'][number][] = [];
  const methods: MethodCode[] = [];
  for (const member of node.body.body) {
    if (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') {
      const key = propertyName(member);
      const value = member.value ? lowering.expression(member.value) : typedValue(lowering, member.typeAnnotation);
      if (key === undefined || value === undefined) continue;
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

/** A field without a value may be an instance of the class its type names. */
function typedValue(
  lowering: Lowering,
  annotation: NodeOf<'TSTypeAnnotation'> | null | undefined,
): Expression | undefined {
  const type = annotation ? wordsOf(lowering, annotation.typeAnnotation) : '';
  return /^[A-Z]\w*$/.test(type) ? { op: 'typed', type } : undefined;
}

function decoratorsOf(
  lowering: Lowering,
  node: { readonly decorators?: readonly NodeOf<'Decorator'>[] },
): Expression[] {
  return (node.decorators ?? []).map((decorator) => lowering.expression(decorator.expression));
}
