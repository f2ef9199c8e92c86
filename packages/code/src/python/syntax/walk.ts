import type { Expression, Node, Statement } from './ast.ts';

/** Calls `visit` for every node below, outermost first; `false` leaves out what is inside. */
export function walk(nodes: readonly Node[], visit: (node: Node) => boolean | undefined): void {
  for (const node of nodes) {
    if (visit(node) === false) continue;
    walk(innerOf(node), visit);
  }
}

/** Every expression and statement directly inside. */
export function innerOf(node: Node): Node[] {
  const found: Node[] = [];
  collect(Object.values(node), found);
  return found;
}

function collect(values: readonly unknown[], found: Node[]): void {
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) collect(value, found);
    else if ('from' in value && typeof value.from === 'number') found.push(value as Node);
    else collect(Object.values(value), found);
  }
}

export function isStatement(node: Node): node is Statement {
  return (
    'type' in node &&
    /^(?:import|function|class|assign|augment|expression|return|raise|assert|if|for|with|block)$/.test(node.type)
  );
}

export type { Expression, Node, Statement };
