import type { Part } from '@iama/model';
import type { Node } from 'oxc-parser';
import { foldText, withoutTypes } from '../typescript/fold-text.ts';
import { lowerConstant } from '../typescript/lower-constant.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { Expression } from '../typescript/script/script.ts';
import type { StateSet, StateStep } from './state-part.ts';
import { isStateText, transitionNames } from './state-words.ts';

interface Step {
  readonly from: Expression;
  readonly to: Expression;
  readonly trigger?: string;
  readonly node: Node;
}

/** Maps from states to the states that may follow, and lists of `{ from, to }`. */
export function transitionMaps(module: ParsedModule): Part[] {
  return module.nodesOf('VariableDeclarator').flatMap((node): Part[] => {
    const { id, init } = node;
    if (id.type !== 'Identifier' || !init || !transitionNames.test(id.name)) return [];
    const value = inside(init);
    const steps =
      value.type === 'ObjectExpression'
        ? ofMap(module, value)
        : value.type === 'ArrayExpression'
          ? ofList(module, value)
          : [];
    return steps.length === 0 ? [] : partsOf(module, id.name, node, steps, value);
  });
}

/** The object below `as const`, `Object.freeze`, `new Map`. */
function inside(node: Node): Node {
  const inner = withoutTypes(node);
  if (inner.type !== 'NewExpression' || inner.callee.type !== 'Identifier' || inner.callee.name !== 'Map') return inner;
  return inner.arguments[0] ? withoutTypes(inner.arguments[0]) : inner;
}

/** `{ A: ['B', 'C'], B: [] }` and `{ A: { GO: 'B' } }`: what follows must itself be a key, mostly. */
function ofMap(module: ParsedModule, object: NodeOf<'ObjectExpression'>): Step[] {
  const keys: string[] = [];
  const steps: Step[] = [];
  let lists = 0;
  for (const property of object.properties) {
    if (property.type !== 'Property') return [];
    const from = keyOf(module, property);
    if (from === undefined) return [];
    keys.push(wordsOf(from));
    const targets = targetsOf(module, property.value);
    if (targets === undefined) return [];
    if (targets.listed) lists++;
    for (const { node, trigger } of targets.nodes)
      steps.push({ from, to: lowerConstant(module, node), node, ...(trigger === undefined ? {} : { trigger }) });
  }
  const known = new Set(keys);
  const inKeys = steps.filter(({ to }) => known.has(wordsOf(to))).length;
  return keys.length > 1 && lists > 0 && steps.length > 0 && inKeys * 2 >= steps.length ? steps : [];
}

function targetsOf(
  module: ParsedModule,
  value: Node,
): { nodes: { node: Node; trigger?: string }[]; listed: boolean } | undefined {
  const inner = withoutTypes(value);
  if (inner.type === 'ArrayExpression') {
    const nodes = inner.elements.filter((element) => element !== null);
    return nodes.every((node) => isState(module, node))
      ? { nodes: nodes.map((node) => ({ node })), listed: true }
      : undefined;
  }
  if (inner.type === 'NewExpression' && inner.callee.type === 'Identifier' && inner.callee.name === 'Set') {
    return inner.arguments[0] ? targetsOf(module, inner.arguments[0]) : { nodes: [], listed: true };
  }
  if (inner.type === 'Literal' && inner.value === null) return { nodes: [], listed: false };
  if (isState(module, inner)) return { nodes: [{ node: inner }], listed: false };
  if (inner.type !== 'ObjectExpression') return undefined;
  const nodes: { node: Node; trigger?: string }[] = [];
  for (const property of inner.properties) {
    if (property.type !== 'Property' || !isState(module, property.value)) return undefined;
    const trigger = propertyName(property);
    nodes.push({ node: property.value, ...(trigger === undefined ? {} : { trigger }) });
  }
  return { nodes, listed: true };
}

/** `[{ from: 'A', to: 'B' }]`, `[['A', ['B']]]`. */
function ofList(module: ParsedModule, list: NodeOf<'ArrayExpression'>): Step[] {
  return list.elements.flatMap((element): Step[] => {
    if (element?.type === 'ArrayExpression' && element.elements.length === 2) {
      const [from, to] = element.elements;
      const targets = to && targetsOf(module, to);
      if (!from || !targets || !isState(module, from) || !targets.listed) return [];
      return targets.nodes.map(({ node }) => ({
        from: lowerConstant(module, from),
        to: lowerConstant(module, node),
        node,
      }));
    }
    if (element?.type !== 'ObjectExpression') return [];
    const fields = new Map(
      element.properties.flatMap((one) =>
        one.type === 'Property' ? [[propertyName(one) ?? '', one.value as Node] as const] : [],
      ),
    );
    const [from, to] = [fields.get('from') ?? fields.get('source'), fields.get('to') ?? fields.get('target')];
    if (!from || !to) return [];
    const sources = targetsOf(module, from)?.nodes ?? [];
    const targets = targetsOf(module, to)?.nodes ?? [];
    const said =
      fields.get('event') ?? fields.get('trigger') ?? fields.get('on') ?? fields.get('name') ?? fields.get('action');
    const trigger = said && foldText(module, said);
    return sources.flatMap((source) =>
      targets.map(({ node }) => ({
        from: lowerConstant(module, source.node),
        to: lowerConstant(module, node),
        node,
        ...(trigger === undefined ? {} : { trigger }),
      })),
    );
  });
}

function partsOf(module: ParsedModule, machine: string, node: Node, steps: readonly Step[], value: Node): Part[] {
  const keys =
    value.type === 'ObjectExpression'
      ? value.properties.flatMap((one) => {
          const key = one.type === 'Property' ? keyOf(module, one) : undefined;
          return key === undefined ? [] : [{ value: key, at: module.placeAt(one.start) }];
        })
      : steps.map(({ from, node: at }) => ({ value: from, at: module.placeAt(at.start) }));
  const targets = steps.map(({ to, node: at }) => ({ value: to, at: module.placeAt(at.start) }));
  const set: StateSet = { name: machine, form: 'map', states: [...keys, ...targets] };
  return [
    { kind: 'state-set', at: module.placeAt(node.start), data: set },
    ...steps.map(({ from, to, trigger, node: at }): Part => {
      const data: StateStep = { machine, from, to, ...(trigger === undefined ? {} : { trigger }) };
      return { kind: 'state-step', at: module.placeAt(at.start), data };
    }),
  ];
}

function keyOf(
  module: ParsedModule,
  property: NodeOf<'Property'> | NodeOf<'ObjectExpression'>['properties'][number],
): Expression | undefined {
  if (property.type !== 'Property') return undefined;
  const name = propertyName(property);
  if (name !== undefined) return isStateText(name) ? name : undefined;
  const key = foldText(module, property.key);
  return key ?? (property.key.type === 'MemberExpression' ? lowerConstant(module, property.key) : undefined);
}

function isState(module: ParsedModule, node: Node): boolean {
  const inner = withoutTypes(node);
  const text = foldText(module, inner);
  return text === undefined ? inner.type === 'MemberExpression' && !inner.computed : isStateText(text);
}

/** The same words for the same constant, resolved or not. */
function wordsOf(expression: Expression): string {
  return typeof expression === 'string' ? expression : JSON.stringify(expression);
}
