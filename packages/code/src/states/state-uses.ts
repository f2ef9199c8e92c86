import type { Part } from '@iama/model';
import type { Node } from 'oxc-parser';
import { foldText, withoutTypes } from '../typescript/fold-text.ts';
import { lowerConstant, possibleNodes } from '../typescript/lower-constant.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { StateUse } from './state-part.ts';
import { isStateText, ownerWords, stateFields } from './state-words.ts';

const setters = /^_?(set|transition|move|change|update|advance|mark|go)(\w*)(State|Status|Phase|Stage)?(To)?$/;

/** Every place that writes a state field with a literal, or compares it with one. */
export function stateUses(module: ParsedModule): Part[] {
  return [...assignments(module), ...comparisons(module), ...fields(module), ...setterCalls(module)];
}

function assignments(module: ParsedModule): Part[] {
  return module.nodesOf('AssignmentExpression').flatMap((node) => {
    const field = node.operator === '=' ? fieldOf(node.left) : undefined;
    return field === undefined ? [] : useParts(module, field, node.right, 'writes');
  });
}

function comparisons(module: ParsedModule): Part[] {
  const equal = module.nodesOf('BinaryExpression').flatMap((node) => {
    if (!/^[!=]==?$/.test(node.operator)) return [];
    const left = fieldOf(node.left);
    if (left !== undefined) return useParts(module, left, node.right, 'reads');
    const right = fieldOf(node.right);
    return right === undefined ? [] : useParts(module, right, node.left, 'reads');
  });
  const switched = module.nodesOf('SwitchStatement').flatMap((node) => {
    const field = fieldOf(node.discriminant);
    if (field === undefined) return [];
    return node.cases.flatMap((one) => (one.test ? useParts(module, field, one.test, 'reads') : []));
  });
  const included = module.nodesOf('CallExpression').flatMap((node) => {
    const { callee } = node;
    const [first] = node.arguments;
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'ArrayExpression' || !first) return [];
    if (callee.property.type !== 'Identifier' || callee.property.name !== 'includes') return [];
    const field = fieldOf(first);
    if (field === undefined) return [];
    return callee.object.elements.flatMap((element) => (element ? useParts(module, field, element, 'reads') : []));
  });
  return [...equal, ...switched, ...included];
}

/** `update({ data: { status: 'PAID' } })` writes, `find({ where: { status: 'PAID' } })` reads. */
function fields(module: ParsedModule): Part[] {
  return module.nodesOf('Property').flatMap((property) => {
    const name = propertyName(property);
    if (name === undefined || !stateFields.test(name) || property.parent?.type !== 'ObjectExpression') return [];
    const around = accessAround(property.parent);
    return around === undefined
      ? []
      : useParts(module, { owner: around.owner, field: name }, property.value as Node, around.does);
  });
}

const stores =
  /^(update\w*|upsert|create\w*|insert\w*|save|set|patch|merge|values|findOneAndUpdate|findByIdAndUpdate)$/;
const queries = /^(find\w*|count|where|get\w*|delete\w*|select|filter|match|aggregate)$/;

function accessAround(object: Node): { owner: string; does: 'writes' | 'reads' } | undefined {
  let filters = false;
  let inner = object;
  for (let at: Node | null | undefined = object.parent; at; inner = at, at = at.parent) {
    if (at.type === 'Property') filters ||= /^(where|filter|query|\$match)$/.test(propertyName(at) ?? '');
    else if (at.type === 'CallExpression') {
      const { callee } = at;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
      const name = callee.property.name;
      const owner = lastName(callee.object);
      const first = at.arguments[0] === inner && at.arguments.length > 1 && /^(update|findOneAndUpdate)/.test(name);
      if (stores.test(name) && !filters && !first) return { owner, does: 'writes' };
      return queries.test(name) || filters || first ? { owner, does: 'reads' } : undefined;
    } else if (!/^(ObjectExpression|ArrayExpression|TS\w+Expression)$/.test(at.type)) return undefined;
  }
  return undefined;
}

/** `setTrialState('QUEUED')`, `this._transition('QUEUED')`, `updateStatus(id, 'QUEUED')`. */
function setterCalls(module: ParsedModule): Part[] {
  return module.nodesOf('CallExpression').flatMap((call) => {
    const { callee } = call;
    const name =
      callee.type === 'Identifier'
        ? callee.name
        : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
          ? callee.property.name
          : '';
    const says = /(state|status|phase|stage|transition)/i.test(name) && setters.test(name);
    if (!says) return [];
    const owner = ownerWords(name.replace(/^_?(set|transition|move|change|update|advance|mark|go)(To)?/, ''))[0] ?? '';
    const texts = call.arguments.filter((argument) => {
      const text = foldText(module, argument);
      return text === undefined ? isEnumerated(argument) : isStateText(text) && /^[A-Z_\d]+$/.test(text);
    });
    const target = texts.at(-1);
    return target === undefined ? [] : useParts(module, { owner, field: 'state' }, target, 'writes');
  });
}

function isEnumerated(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    /State|Status|Phase|Stage/.test(node.object.name)
  );
}

/** The owner and the field of `trial.state`, `job.data?.status`. */
function fieldOf(node: Node): { owner: string; field: string } | undefined {
  const inner = withoutTypes(node);
  if (inner.type === 'Identifier')
    return stateFields.test(inner.name) ? { owner: inner.name, field: inner.name } : undefined;
  if (inner.type !== 'MemberExpression' || inner.property.type !== 'Identifier' || inner.computed) return undefined;
  return stateFields.test(inner.property.name)
    ? { owner: `${lastName(inner.object)} ${inner.property.name}`, field: inner.property.name }
    : undefined;
}

function lastName(node: Node): string {
  const inner = withoutTypes(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'CallExpression' || inner.type === 'AwaitExpression')
    return lastName(inner.type === 'CallExpression' ? inner.callee : inner.argument);
  if (inner.type !== 'MemberExpression') return '';
  const own = inner.property.type === 'Identifier' ? inner.property.name : '';
  return ownerWords(own).length > 0 ? own : lastName(inner.object);
}

function useParts(
  module: ParsedModule,
  { owner, field }: { owner: string; field: string },
  value: Node,
  does: StateUse['does'],
): Part[] {
  return possibleNodes(module, value).flatMap((node): Part[] => {
    const text = foldText(module, node);
    if (text === undefined ? !isMember(node) : !isStateText(text)) return [];
    const enumeration = enumerationOf(node);
    const data: StateUse = {
      owner: ownerWords(owner).join(' '),
      field,
      value: text ?? lowerConstant(module, node),
      does,
      ...(enumeration === undefined ? {} : { enumeration }),
    };
    return [{ kind: 'state-use', at: module.placeAt(node.start), data }];
  });
}

function isMember(node: Node): node is NodeOf<'MemberExpression'> {
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    node.object.type === 'Identifier' &&
    /^[A-Z]/.test(node.object.name)
  );
}

function enumerationOf(node: Node): string | undefined {
  return isMember(node) && node.object.type === 'Identifier' ? node.object.name : undefined;
}
