import type { Place } from '@iama/model';
import type { Node } from 'oxc-parser';
import { foldText, withoutTypes } from './fold-text.ts';
import type { ParsedModule } from './parsed-module.ts';

/** A hole in a text literal whose value is not constant in this file. */
export interface Hole {
  /** Where in `text` it stands; the text itself has nothing there. */
  readonly index: number;
  readonly expression: Node;
}

/** One text as code writes it: a string, a template, or a concatenation of them. */
export interface TextLiteral {
  readonly node: Node;
  /** The tag of a tagged template (`sql`, `Prisma.sql`), as written. */
  readonly tag?: string;
  readonly text: string;
  readonly holes: readonly Hole[];
  readonly at: Place;
  /** Where the character at an index of `text` stands in the file. */
  placeAt(index: number): Place;
}

/**
 * The largest text literals of a file, in source order: a concatenation is one literal, its pieces are not said again.
 * Constants interpolated are filled in; anything else leaves a hole. Import sources and object keys are left out.
 */
export function textLiterals(module: ParsedModule): TextLiteral[] {
  const nodes: Node[] = [
    ...module.nodesOf('Literal').filter((node) => typeof node.value === 'string'),
    ...module.nodesOf('TemplateLiteral'),
    ...module.nodesOf('BinaryExpression').filter((node) => node.operator === '+'),
  ];
  return nodes
    .filter((node) => isOutermost(node) && !isName(node))
    .map((node) => textLiteral(module, node))
    .filter((literal) => literal !== undefined)
    .sort((a, b) => a.node.start - b.node.start);
}

/** The text literal one expression is, or undefined when it holds no literal text. */
export function textLiteral(module: ParsedModule, node: Node): TextLiteral | undefined {
  const pieces = piecesOf(withoutTypes(node));
  if (!pieces.some((piece) => piece.text !== undefined)) return undefined;
  let text = '';
  const holes: Hole[] = [];
  const anchors: { index: number; offset: number; exact: boolean }[] = [];
  for (const piece of pieces) {
    anchors.push({ index: text.length, offset: piece.offset, exact: piece.text !== undefined });
    const words = piece.text ?? foldText(module, piece.node);
    if (words === undefined) holes.push({ index: text.length, expression: piece.node });
    else text += words;
  }
  const offsetAt = (index: number): number => {
    const anchor = anchors.findLast((one) => one.index <= index) ?? anchors[0];
    if (anchor === undefined) return node.start;
    return anchor.exact ? alongSource(module.text, anchor.offset, text.slice(anchor.index, index)) : anchor.offset;
  };
  const { parent } = node;
  const tag =
    parent?.type === 'TaggedTemplateExpression' && parent.quasi === node
      ? { tag: module.text.slice(parent.tag.start, parent.tag.end) }
      : {};
  const placeAt = (index: number): Place => module.placeAt(offsetAt(index));
  return { node, ...tag, text, holes, at: module.placeAt(node.start), placeAt };
}

interface Piece {
  readonly node: Node;
  readonly text?: string;
  readonly offset: number;
}

function piecesOf(node: Node): Piece[] {
  if (node.type === 'Literal' && typeof node.value === 'string') {
    return [{ node, text: node.value, offset: node.start + 1 }];
  }
  if (node.type === 'TemplateLiteral') {
    // In TypeScript a quasi begins at its backtick or brace, in JavaScript behind it.
    const opening = node.quasis[0]?.start === node.start ? 1 : 0;
    return node.quasis.flatMap((quasi, index) => {
      const expression = node.expressions[index];
      const words: Piece = { node: quasi, text: quasi.value.cooked ?? quasi.value.raw, offset: quasi.start + opening };
      return expression === undefined ? [words] : [words, ...holeOf(expression)];
    });
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return holeOf(node);
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    operands.unshift(left.right);
    left = left.left;
  }
  return [left, ...operands].flatMap((operand) => piecesOf(withoutTypes(operand)));
}

function holeOf(expression: Node): Piece[] {
  return [{ node: expression, offset: expression.start }];
}

/** Follows escapes: each character of the value is one character of the source or one escape sequence. */
function alongSource(source: string, offset: number, value: string): number {
  let at = offset;
  for (let index = 0; index < value.length; index++) {
    if (source[at] !== '\\') at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
    else at += (/^\\(?:u\{[^}]*\}|u.{4}|x..|\r\n|[\s\S])/.exec(source.slice(at, at + 12))?.[0] ?? '\\.').length;
  }
  return at;
}

function isOutermost(node: Node): boolean {
  const { parent } = node;
  return !(parent?.type === 'BinaryExpression' && parent.operator === '+');
}

function isName(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (/^(Import|Export(All|Named))|^TSExternalModuleReference|^TSLiteralType|^Directive/.test(parent.type)) return true;
  if (parent.type === 'ExpressionStatement') return 'directive' in parent && typeof parent.directive === 'string';
  return (
    (parent.type === 'Property' || parent.type === 'PropertyDefinition') && parent.key === node && !parent.computed
  );
}
