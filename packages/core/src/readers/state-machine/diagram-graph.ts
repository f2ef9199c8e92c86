import { isIdentifier, stateName } from './state-name.ts';
import type { StateStatement, TransitionStatement } from './state-statement.ts';

interface DiagramNode {
  readonly id: string;
  line: number;
  column: number;
  label?: string;
  pseudo: boolean;
  initial: boolean;
  terminal: boolean;
}

interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string | undefined;
  readonly line: number;
  readonly column: number;
}

/** Collects what a drawn diagram says: boxes, arrows, and marks that are no states (choice, fork, start, end). */
export class DiagramGraph {
  readonly #nodes = new Map<string, DiagramNode>();
  readonly #edges: DiagramEdge[] = [];

  node(id: string, line: number, column: number, label?: string): void {
    const node = this.#at(id, line, column);
    if (label !== undefined && label !== '' && node.label === undefined) node.label = label;
  }

  /** A mark that only joins arrows: what comes in goes out. */
  pseudo(id: string, line: number, column: number): void {
    this.#at(id, line, column).pseudo = true;
  }

  initial(id: string, line: number, column: number): void {
    this.#at(id, line, column).initial = true;
  }

  terminal(id: string, line: number, column: number): void {
    this.#at(id, line, column).terminal = true;
  }

  edge(from: string, to: string, label: string | undefined, line: number, fromColumn: number, toColumn: number): void {
    this.#at(from, line, fromColumn);
    this.#at(to, line, toColumn);
    this.#edges.push({
      from,
      to,
      label: label === undefined || label.trim() === '' ? undefined : label.trim(),
      line,
      column: fromColumn,
    });
  }

  /** Names as drawn, for whoever has to decide whether this is a state machine. */
  names(): string[] {
    return [...this.#nodes.values()].filter((node) => !node.pseudo).map((node) => nameOf(node));
  }

  statements(): { states: StateStatement[]; transitions: TransitionStatement[] } {
    const states: StateStatement[] = [];
    for (const node of this.#nodes.values()) {
      if (node.pseudo) continue;
      const name = nameOf(node);
      states.push({
        name,
        line: node.line,
        lastLine: node.line,
        column: node.column,
        ...(node.initial ? { initial: true } : {}),
        ...(node.terminal ? { terminal: true } : {}),
        ...(node.label !== undefined && node.label !== name ? { note: plain(node.label) } : {}),
      });
    }
    const transitions = this.#edges
      .filter((edge) => !this.#nodes.get(edge.from)?.pseudo)
      .flatMap((edge) => this.#targets(edge, new Set()))
      .map(({ edge, from, labels }): TransitionStatement => {
        const trigger = labels.filter((label) => label !== undefined).join(' / ');
        return {
          from: this.#name(from),
          to: this.#name(edge.to),
          line: edge.line,
          lastLine: edge.line,
          column: edge.column,
          ...(trigger === '' ? {} : { trigger }),
        };
      });
    return { states, transitions };
  }

  /** Follows arrows through marks to the states behind them. */
  #targets(
    edge: DiagramEdge,
    seen: Set<string>,
  ): { edge: DiagramEdge; from: string; labels: (string | undefined)[] }[] {
    if (!this.#nodes.get(edge.to)?.pseudo) return [{ edge, from: edge.from, labels: [edge.label] }];
    if (seen.has(edge.to)) return [];
    const further = new Set(seen).add(edge.to);
    return this.#edges
      .filter((next) => next.from === edge.to)
      .flatMap((next) => this.#targets(next, further))
      .map((found) => ({ ...found, from: edge.from, labels: [edge.label, ...found.labels] }));
  }

  #name(id: string): string {
    const node = this.#nodes.get(id);
    return node ? nameOf(node) : id;
  }

  #at(id: string, line: number, column: number): DiagramNode {
    let node = this.#nodes.get(id);
    if (!node) {
      node = { id, line, column, pseudo: false, initial: false, terminal: false };
      this.#nodes.set(id, node);
    }
    return node;
  }
}

/** A short handle (`s1`, `A`) is not what people call the state; a label that is itself one identifier is. */
function nameOf(node: DiagramNode): string {
  const label =
    node.label === undefined ? undefined : stateName(plain(node.label).split(/\s*[:\n(]|\s+[-–—]\s+/)[0] ?? '');
  if (label === undefined) return node.id;
  const handle = /^(?:[A-Za-z]{1,2}\d{0,3}|(?:state|node|st|s)_?\d+)$/i.test(node.id);
  return isIdentifier(label) || handle ? label : node.id;
}

function plain(label: string): string {
  return label
    .replace(/<br\s*\/?>|\\n/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/^["'`]+|["'`]+$/g, '')
    .trim();
}
