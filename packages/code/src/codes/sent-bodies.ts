import type { Part } from '@iama/model';
import type { Node } from 'oxc-parser';
import { lowerConstant, possibleNodes } from '../typescript/lower-constant.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { SentBody } from './emission.ts';
import { codeKeys } from './emission.ts';
import { contextOf } from './send-context.ts';
import { statusNear } from './status-near.ts';

/** Replies whose body stands literally in the code, with their status where it can be seen. */
export function sentBodies(module: ParsedModule): Part[] {
  return module.nodesOf('ObjectExpression').flatMap((object): Part[] => {
    const { parent } = object;
    // The outermost object is the body; options beside it are not.
    if (parent?.type === 'Property' || isSpread(object)) return [];
    const context = contextOf(module, object);
    if (context?.is !== 'sent' && context?.is !== 'returned') return [];
    if (context.is === 'sent' && isOption(context.by, object)) return [];
    const status = statusNear(module, context.by);
    if (context.is === 'returned' && status === undefined) return [];
    const fields = fieldNames(object, '');
    const code = codeOf(object);
    const data: SentBody = {
      fields: fields.names,
      open: fields.open,
      ...(status === undefined ? {} : { status }),
      ...(code === undefined
        ? {}
        : { code: lowerConstant(module, possibleNodes(module, code.value)[0] ?? code.value), codeKey: code.key }),
    };
    return [{ kind: 'sent-body', at: module.placeAt(object.start), data }];
  });
}

/** Part of another object: `{ ...(reason ? { reason } : {}) }`. */
function isSpread(object: Node): boolean {
  for (let at: Node | null | undefined = object.parent; at; at = at.parent) {
    if (at.type === 'SpreadElement' || at.type === 'ArrayExpression') return true;
    if (!/^(Conditional|Logical|Parenthesized|TS\w+)Expression$/.test(at.type)) return false;
  }
  return false;
}

/** The second argument of `json(body, options)` is no body. */
function isOption(by: { readonly type: string }, object: NodeOf<'ObjectExpression'>): boolean {
  if (by.type !== 'CallExpression' && by.type !== 'NewExpression') return false;
  const call = by as NodeOf<'CallExpression'>;
  const at = call.arguments.findIndex((argument) => argument.start <= object.start && object.end <= argument.end);
  return at > 0;
}

function fieldNames(object: NodeOf<'ObjectExpression'>, before: string): { names: string[]; open: boolean } {
  const names: string[] = [];
  let open = false;
  for (const property of object.properties) {
    const name = property.type === 'Property' ? propertyName(property) : undefined;
    if (property.type !== 'Property' || name === undefined) {
      open = true;
      continue;
    }
    names.push(before + name);
    if (property.value.type !== 'ObjectExpression') continue;
    const inner = fieldNames(property.value, `${before}${name}.`);
    names.push(...inner.names);
    open ||= inner.open;
  }
  return { names, open };
}

function codeOf(object: NodeOf<'ObjectExpression'>): { key: string; value: Node } | undefined {
  for (const property of object.properties) {
    if (property.type !== 'Property') continue;
    const key = propertyName(property) ?? '';
    if (codeKeys.test(key) || /^(code|error)$/.test(key)) {
      if (property.value.type === 'ObjectExpression') return codeOf(property.value);
      return { key, value: property.value };
    }
  }
  return undefined;
}
