import type { Part } from '@iama/model';
import type { Node } from 'oxc-parser';
import { foldText, withoutTypes } from '../typescript/fold-text.ts';
import { lowerConstant } from '../typescript/lower-constant.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { StateName, StateSet } from './state-part.ts';
import { isStateText, namesStates, stateFields } from './state-words.ts';

/** Closed sets of states: unions, enums, constant lists and objects, `z.enum` and its like. */
export function stateSets(module: ParsedModule): Part[] {
  return [...unions(module), ...enums(module), ...constants(module)];
}

function unions(module: ParsedModule): Part[] {
  return module.nodesOf('TSUnionType').flatMap((union): Part[] => {
    const name = nameOfType(union);
    if (name === undefined) return [];
    const states = union.types.flatMap((type): StateName[] => {
      if (type.type !== 'TSLiteralType' || type.literal.type !== 'Literal') return [];
      const { value } = type.literal;
      return typeof value === 'string' && isStateText(value) ? [{ value, at: module.placeAt(type.start) }] : [];
    });
    return setPart(module, union, { name, form: 'union', states });
  });
}

/** `type TrialState = …`, or the field `status: …` of a type. */
function nameOfType(union: NodeOf<'TSUnionType'>): string | undefined {
  const { parent } = union;
  if (parent?.type === 'TSTypeAliasDeclaration') return namesStates(parent.id.name) ? parent.id.name : undefined;
  if (parent?.type !== 'TSTypeAnnotation') return undefined;
  const field = parent.parent;
  if (field?.type !== 'TSPropertySignature' && field?.type !== 'PropertyDefinition') return undefined;
  const name = propertyName(field);
  if (name === undefined || !stateFields.test(name)) return undefined;
  const owner = field.parent?.parent;
  const named = owner && 'id' in owner && owner.id && 'name' in owner.id ? String(owner.id.name) : '';
  return `${named}.${name}`;
}

function enums(module: ParsedModule): Part[] {
  return module.nodesOf('TSEnumDeclaration').flatMap((node) => {
    if (!namesStates(node.id.name)) return [];
    const states = node.body.members.flatMap((member): StateName[] => {
      if (!member.initializer) return [];
      const value = foldText(module, member.initializer);
      return value !== undefined && isStateText(value) ? [{ value, at: module.placeAt(member.start) }] : [];
    });
    return setPart(module, node, { name: node.id.name, form: 'enum', states });
  });
}

function constants(module: ParsedModule): Part[] {
  return module.nodesOf('VariableDeclarator').flatMap((node): Part[] => {
    if (node.id.type !== 'Identifier' || !node.init || !namesStates(node.id.name)) return [];
    const values = listed(withoutTypes(node.init));
    if (values === undefined) return [];
    const states = values.flatMap((value): StateName[] => {
      const text = foldText(module, value);
      if (text !== undefined && !isStateText(text)) return [];
      return [{ value: text ?? lowerConstant(module, value), at: module.placeAt(value.start) }];
    });
    return setPart(module, node, { name: node.id.name, form: 'list', states });
  });
}

/** The members of `['A', 'B']`, `{ A: 'A', B: 'B' }`, `new Set([…])`, `z.enum([…])`, `pgEnum('name', […])`. */
function listed(node: Node): Node[] | undefined {
  if (node.type === 'ArrayExpression') {
    const texts = node.elements.filter((element) => element !== null);
    return texts.length > 0 && texts.every(isName) ? texts : undefined;
  }
  if (node.type === 'ObjectExpression') {
    const values = node.properties.flatMap((one) => (one.type === 'Property' ? [one.value as Node] : []));
    return values.length > 1 && values.length === node.properties.length && values.every(isText) ? values : undefined;
  }
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const name =
    node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier'
      ? node.callee.property.name
      : '';
  const direct = node.callee.type === 'Identifier' ? node.callee.name : name;
  if (!/^(Set|enum|nativeEnum|pgEnum|mysqlEnum|picklist|Enum|oneOf|valid|freeze)$/.test(direct)) return undefined;
  const list = node.arguments.find(
    (argument) => argument.type === 'ArrayExpression' || argument.type === 'ObjectExpression',
  );
  return list && listed(list);
}

function isText(node: Node): boolean {
  const inner = withoutTypes(node);
  return inner.type === 'Literal' && typeof inner.value === 'string';
}

function isName(node: Node): boolean {
  return isText(node) || (node.type === 'MemberExpression' && !node.computed);
}

function setPart(module: ParsedModule, node: Node, set: StateSet): Part[] {
  return set.states.length < 2 ? [] : [{ kind: 'state-set', at: module.placeAt(node.start), data: set }];
}
