import type { Part } from '@iama/model';
import type { Node } from 'oxc-parser';
import { constantNode, foldText } from '../typescript/fold-text.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { StateName, StateSet, StateStep } from './state-part.ts';

type ObjectNode = NodeOf<'ObjectExpression'>;

interface Found {
  readonly states: StateName[];
  readonly steps: { readonly from: string; readonly to: string; readonly trigger?: string; readonly node: Node }[];
  readonly terminal: string[];
}

/** Machines of XState: `createMachine({ states })`, `setup(…).createMachine(…)`, `Machine(…)`. */
export function machineDefinitions(module: ParsedModule): Part[] {
  return module.nodesOf('CallExpression').flatMap((call): Part[] => {
    const name =
      call.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier'
        ? call.callee.property.name
        : call.callee.type === 'Identifier'
          ? call.callee.name
          : '';
    const [given] = call.arguments;
    if (!/^(createMachine|Machine)$/.test(name) || !given) return [];
    const config = constantNode(module, given);
    if (config?.type !== 'ObjectExpression') return [];
    const fields = fieldsOf(config);
    const states = fields.get('states');
    if (states?.type !== 'ObjectExpression') return [];
    const found: Found = { states: [], steps: [], terminal: [] };
    gather(module, states, found, 0);
    const id = fields.get('id');
    const machine = (id && foldText(module, id)) ?? variableOf(call) ?? 'machine';
    const initial = fields.get('initial');
    const start = initial && foldText(module, initial);
    for (const [trigger, node] of transitionsOf(module, config))
      found.steps.push({ from: '*', to: targetName(module, node) ?? '', trigger, node });
    const set: StateSet = {
      name: machine,
      form: 'machine',
      states: found.states,
      terminal: found.terminal,
      ...(start === undefined ? {} : { initial: start }),
    };
    return [
      { kind: 'state-set', at: module.placeAt(call.start), data: set },
      ...found.steps
        .filter(({ to }) => to !== '')
        .map(({ from, to, trigger, node }): Part => {
          const data: StateStep = { machine, from, to, ...(trigger === undefined ? {} : { trigger }) };
          return { kind: 'state-step', at: module.placeAt(node.start), data };
        }),
    ];
  });
}

function gather(module: ParsedModule, states: ObjectNode, found: Found, depth: number): void {
  if (depth > 6) return;
  for (const property of states.properties) {
    if (property.type !== 'Property') continue;
    const name = propertyName(property);
    if (name === undefined) continue;
    found.states.push({ value: name, at: module.placeAt(property.start) });
    const config = constantNode(module, property.value);
    if (config?.type !== 'ObjectExpression') continue;
    const fields = fieldsOf(config);
    const type = fields.get('type');
    if (type && foldText(module, type) === 'final') found.terminal.push(name);
    for (const [trigger, node] of transitionsOf(module, config)) {
      const to = targetName(module, node);
      if (to !== undefined) found.steps.push({ from: name, to, trigger, node });
    }
    const inner = fields.get('states');
    if (inner?.type === 'ObjectExpression') gather(module, inner, found, depth + 1);
  }
}

/** Everything a state leads to: events, delays, what is always so, and what ends of invoked work lead to. */
function transitionsOf(module: ParsedModule, config: ObjectNode): [trigger: string, node: Node][] {
  const found: [string, Node][] = [];
  const add = (trigger: string, node: Node): void => {
    const targets = node.type === 'ArrayExpression' ? node.elements.filter((element) => element !== null) : [node];
    for (const target of targets) found.push([trigger, target]);
  };
  for (const [key, node] of fieldsOf(config)) {
    if ((key === 'on' || key === 'after') && node.type === 'ObjectExpression') {
      for (const [event, target] of fieldsOf(node)) add(event, target);
    } else if (key === 'always' || key === 'onDone') add(key, node);
    else if (key === 'invoke') {
      for (const one of node.type === 'ArrayExpression' ? node.elements : [node])
        if (one?.type === 'ObjectExpression')
          for (const [event, target] of fieldsOf(one)) if (/^on(Done|Error)$/.test(event)) add(event, target);
    }
  }
  return found.filter(([, node]) => targetName(module, node) !== undefined);
}

function targetName(module: ParsedModule, node: Node): string | undefined {
  const target = node.type === 'ObjectExpression' ? fieldsOf(node).get('target') : node;
  const words = target && foldText(module, target);
  return words === undefined
    ? undefined
    : words
        .replace(/^#[\w-]+\./, '')
        .replace(/^\./, '')
        .split('.')
        .at(-1);
}

function fieldsOf(object: ObjectNode): Map<string, Node> {
  return new Map(
    object.properties.flatMap((one) =>
      one.type === 'Property' ? [[propertyName(one) ?? '', one.value as Node] as const] : [],
    ),
  );
}

function variableOf(call: Node): string | undefined {
  const { parent } = call;
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
}
