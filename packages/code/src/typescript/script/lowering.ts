import type { Node } from 'oxc-parser';
import type { NodeOf, ParsedModule } from '../parsed-module.ts';
import type { Relevance } from './relevance.ts';
import type { ClassCode, Expression, FunctionCode, Pattern, Spot, Statement } from './script.ts';

/** What lowering one file needs to know; the parts of the language hold each other, so they meet here. */
export interface Lowering {
  readonly module: ParsedModule;
  readonly relevant: Relevance;
  expression(node: Node, depth?: number): Expression;
  functionCode(node: FunctionNode, name?: string): FunctionCode;
  classCode(node: ClassNode): ClassCode;
  statements(nodes: readonly Node[]): Statement[];
  pattern(node: Node): Pattern;
}

export type FunctionNode =
  | NodeOf<'FunctionDeclaration'>
  | NodeOf<'FunctionExpression'>
  | NodeOf<'ArrowFunctionExpression'>;

export type ClassNode = NodeOf<'ClassDeclaration'> | NodeOf<'ClassExpression'>;

const longest = 80;

/** Where a node stands. */
export function spotOf({ module }: Lowering, node: Node): Spot {
  const { line, column } = module.placeAt(node.start);
  return [line, column];
}

/** The source of a node on one line, shortened. */
export function wordsOf({ module }: Lowering, node: Node): string {
  const words = module.text.slice(node.start, Math.min(node.end, node.start + 4 * longest)).replace(/\s+/g, ' ');
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}
