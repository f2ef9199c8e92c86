import type { Node } from 'oxc-parser';
import { foldText } from '../../typescript/fold-text.ts';
import type { ParsedModule } from '../../typescript/parsed-module.ts';
import { httpMethods } from './route-file.ts';

/** The methods a handler of all methods asks for: in comparisons, `switch`, tables and chained verbs. None: it asks for none. */
export function handledMethods(module: ParsedModule): string[] {
  const names = new Set<string>();
  const take = (node: Node | null | undefined): void => {
    const word = node ? foldText(module, node) : undefined;
    if (word !== undefined && httpMethods.test(word)) names.add(word);
  };
  for (const node of module.nodesOf('BinaryExpression'))
    if (/^[!=]==?$/.test(node.operator) && asksMethod(module, node.left)) take(node.right);
  for (const node of module.nodesOf('SwitchStatement'))
    if (asksMethod(module, node.discriminant)) for (const one of node.cases) take(one.test);
  for (const node of module.nodesOf('CallExpression')) {
    const { callee } = node;
    const first = node.arguments[0];
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !first) continue;
    const verb = callee.property.name.toUpperCase();
    if (httpMethods.test(verb) && isVerbTable(module, callee.object)) names.add(verb);
    const lists = callee.property.name === 'includes' && callee.object.type === 'ArrayExpression';
    if (lists && callee.object.type === 'ArrayExpression' && asksMethod(module, first))
      callee.object.elements.forEach(take);
  }
  for (const node of module.nodesOf('Property'))
    if (node.key.type === 'Identifier' && httpMethods.test(node.key.name) && !node.computed) names.add(node.key.name);
  return [...names].sort();
}

/** `createRouter().get(…)`, `handler.post(…)` of `next-connect`. */
function isVerbTable(module: ParsedModule, node: Node): boolean {
  return /\b(createRouter|nextConnect|nc)\(|^(handler|router|apiRoute|route)\b/.test(sourceOf(module, node));
}

function asksMethod(module: ParsedModule, node: Node): boolean {
  const words = sourceOf(module, node).replace(/!$/, '');
  return /^(?:\w+\.)*(?:req|request)\??\.method(?:\??\.toUpperCase\(\))?$|^method$/.test(words);
}

function sourceOf(module: ParsedModule, node: Node): string {
  return module.text.slice(node.start, Math.min(node.end, node.start + 200));
}
