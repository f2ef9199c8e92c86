import { parser } from '@lezer/javascript';

type Tree = ReturnType<typeof parser.parse>;
type SyntaxNode = Tree['topNode'];

const tolerant = parser.configure({ dialect: 'ts jsx' });
const closers: Readonly<Record<string, string>> = {
  ArgList: ')',
  ParamList: ')',
  ParenthesizedExpression: ')',
  ArrayExpression: ']',
  ObjectExpression: '}',
  Block: '}',
  ClassBody: '}',
  SwitchBody: '}',
};
const attempts = 40;

/**
 * Blanks or closes what keeps a text from being parsed, smallest place first, and answers the first text without a fault.
 * Lines stay where they are. Undefined when nothing worth reading would be left.
 */
export function repairSyntax(text: string, faultIn: (candidate: string) => number | undefined): string | undefined {
  for (const merged of withoutConflictMarkers(text)) {
    if (faultIn(merged) === undefined) return merged;
    const closed = followErrorNodes(merged);
    if (faultIn(closed) === undefined) return closed;
    const cut = cutStatements(merged, faultIn) ?? cutStatements(closed, faultIn);
    if (cut !== undefined) return cut;
  }
  return undefined;
}

/** Both sides of a merge, then the one, then the other. */
function withoutConflictMarkers(text: string): string[] {
  if (!/^<{7}( |\r?$)/m.test(text)) return [text];
  const keep = (sides: readonly string[]): string => {
    let side = 'both';
    return text
      .split('\n')
      .map((line) => {
        const marker = /^(<{7}|\|{7}|={7}|>{7})( |\r?$)/.exec(line)?.[1];
        if (marker !== undefined)
          side = { '<': 'ours', '|': 'base', '=': 'theirs', '>': 'both' }[marker.charAt(0)] ?? side;
        return marker === undefined && (side === 'both' || sides.includes(side)) ? line : '';
      })
      .join('\n');
  };
  return [keep(['ours', 'theirs']), keep(['ours']), keep(['theirs'])];
}

/** Drops the words an error-tolerant parser skipped and adds the brackets it missed. */
function followErrorNodes(text: string): string {
  let repaired = '';
  let done = 0;
  tolerant.parse(text).iterate({
    enter: (node) => {
      if (!node.type.isError || node.from < done) return;
      repaired += text.slice(done, node.from);
      repaired +=
        node.from === node.to ? (closers[node.node.parent?.name ?? ''] ?? '') : blank(text, node.from, node.to);
      done = node.to;
    },
  });
  return repaired + text.slice(done);
}

/** Blanks the smallest statement around each fault; where the fault stays, the next larger one. */
function cutStatements(text: string, faultIn: (candidate: string) => number | undefined): string | undefined {
  let current = text;
  let last = { from: -1, to: -1 };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const fault = faultIn(current);
    if (fault === undefined) return /\S/.test(current) ? current : undefined;
    const place = statementAround(tolerant.parse(current), Math.min(fault, current.length), last, current);
    if (place === undefined) return undefined;
    current = current.slice(0, place.from) + blank(current, place.from, place.to) + current.slice(place.to);
    last = place;
  }
  return undefined;
}

function statementAround(
  tree: Tree,
  offset: number,
  last: { readonly from: number; readonly to: number },
  text: string,
): { from: number; to: number } | undefined {
  for (let node: SyntaxNode | null = tree.resolveInner(offset, -1); node !== null; node = node.parent) {
    if (!/Statement|Declaration|^Property$/.test(node.name)) continue;
    const inside = node.from >= last.from && node.to <= last.to;
    if (!inside && /\S/.test(text.slice(node.from, node.to))) return { from: node.from, to: node.to };
  }
  return undefined;
}

function blank(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/[^\r\n]/g, ' ');
}
