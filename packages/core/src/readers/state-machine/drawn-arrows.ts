import type { ArrowReading } from './arrow-block.ts';
import { DrawingGrid, type DrawnNode, step } from './drawing-grid.ts';
import type { SideName } from './split-arrows.ts';
import { isScreaming, leadingName } from './state-name.ts';
import type { StateStatement, TransitionStatement } from './state-statement.ts';

/** True when lines are a drawing in two dimensions: boxes, or arrows that turn corners. */
export function isDrawing(lines: readonly string[]): boolean {
  const text = lines.join('\n');
  return (
    /[┌└├┐┘┬╭╰]|\+-{2,}|^\s*\|\s*$|^\s*[│┃]\s*$|^\s*[\\`]-+>/m.test(text) &&
    /[►▶▼▲◄◀→↓↑←>]|^\s*[|│\s]*v\s*$/m.test(text)
  );
}

/** Reads a drawing made of characters: follows every arrowhead back along its line to the box or name it comes from. */
export function readDrawing(lines: readonly string[], firstLine: number): ArrowReading {
  const grid = new DrawingGrid(lines);
  const boxes = grid.nodes.filter((node) => node.box).length >= 2;
  const states = new Map<string, StateStatement>();
  const transitions: TransitionStatement[] = [];
  const names: SideName[] = [];
  let heads = 0;
  let unread = 0;
  const nameOf = (node: DrawnNode): { name: string; rest: string } | undefined => {
    const name = leadingName(node.text.replace(/^\[\s*(.*?)\s*\]$/, '$1'));
    return name && (/^(?:$|[([{:：–—-])/.test(name.rest) || name.style !== 'word') ? name : undefined;
  };
  const define = (node: DrawnNode, name: string): void => {
    if (states.has(name)) return;
    const line = firstLine + node.row;
    states.set(name, { name, line, lastLine: line, column: node.column + 1 });
    names.push({ name, style: isScreaming(name) ? 'screaming' : 'word', offset: node.column });
  };
  for (const [row, cells] of grid.rows.entries()) {
    for (let column = 0; column < cells.length; column += 1) {
      const way = grid.head(row, column);
      if (way === undefined) continue;
      heads += 1;
      const target = nodeBeyond(grid, row, column, way, boxes);
      const traced = traceBack(grid, row, column, way, boxes);
      const to = target ? nameOf(target) : undefined;
      const from = traced.sources.map((node) => ({ node, name: nameOf(node) })).filter((one) => one.name !== undefined);
      if (!target || !to || from.length === 0) {
        unread += 1;
        continue;
      }
      for (const one of from.sort((a, b) => a.node.row - b.node.row || a.node.column - b.node.column))
        define(one.node, one.name?.name ?? '');
      define(target, to.name);
      const note = /^\((.*)\)$/.exec(to.rest)?.[1];
      const trigger = traced.label ?? (target.box ? undefined : note);
      for (const one of from) {
        const line = firstLine + target.row;
        transitions.push({
          from: one.name?.name ?? '',
          to: to.name,
          line,
          lastLine: line,
          column: target.column + 1,
          ...(trigger === undefined ? {} : { trigger }),
        });
      }
    }
  }
  transitions.sort((a, b) => a.line - b.line || a.column - b.column);
  const ordered = [...states.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  return { states: ordered, transitions, names, arrowLines: heads, unread };
}

/** What an arrowhead points at: right behind it, or after a little space. */
function nodeBeyond(
  grid: DrawingGrid,
  row: number,
  column: number,
  way: number,
  boxes: boolean,
): DrawnNode | undefined {
  const [down, across] = step(way);
  for (let distance = 1; distance <= (across === 0 ? 2 : 3); distance += 1) {
    const node = grid.nodeAt(row + down * distance, column + across * distance);
    if (node) return node.box || !boxes ? node : undefined;
    if (grid.at(row + down * distance, column + across * distance) !== ' ') return undefined;
  }
  return undefined;
}

/** Follows the line behind an arrowhead to where it starts; other arrowheads on the way end a branch. */
function traceBack(
  grid: DrawingGrid,
  row: number,
  column: number,
  way: number,
  boxes: boolean,
): { sources: DrawnNode[]; label: string | undefined } {
  const sources: DrawnNode[] = [];
  const labels: string[] = [];
  const seen = new Set<number>();
  const queue: { row: number; column: number; way: number }[] = [{ row, column, way: (way + 2) % 4 }];
  for (let guard = 0; queue.length > 0 && guard < 4000; guard += 1) {
    const here = queue.shift();
    if (!here) break;
    const [down, across] = step(here.way);
    let at = { row: here.row + down, column: here.column + across };
    let node = grid.nodeAt(at.row, at.column);
    for (let gap = 1; !node && across !== 0 && gap <= 8 && grid.at(at.row, at.column) === ' '; gap += 1) {
      const near = grid.nodeAt(at.row, at.column + across * gap);
      if (near && (gap <= 2 || /^[([]/.test(near.text))) {
        node = near;
        at = { ...at, column: at.column + across * gap };
      } else if (grid.at(at.row, at.column + across * gap) !== ' ') break;
    }
    if (node) {
      const past = node.box && !node.text.startsWith('[') ? undefined : pastLabel(grid, node, at, here.way, boxes);
      if (past === 'end') continue;
      if (past) {
        labels.push(unwrapped(node.text));
        queue.push({ ...past, way: here.way });
      } else if (node.box || !boxes) {
        if (!sources.includes(node)) sources.push(node);
      }
      continue;
    }
    const key = (at.row * 4096 + at.column) * 4 + here.way;
    if (seen.has(key) || !grid.leads(at.row, at.column, (here.way + 2) % 4)) continue;
    seen.add(key);
    const beside = boxes || down !== 0 ? labelBeside(grid, at.row, at.column, here.way, boxes) : undefined;
    if (beside !== undefined) labels.push(beside);
    for (let next = 0; next < 4; next += 1)
      if (next !== (here.way + 2) % 4 && grid.leads(at.row, at.column, next)) queue.push({ ...at, way: next });
  }
  return { sources, label: labels[0] };
}

/** A text in the middle of a line is its label: the line goes on behind it. `end` when an arrowhead stands there. */
function pastLabel(
  grid: DrawingGrid,
  node: DrawnNode,
  at: { row: number; column: number },
  way: number,
  boxes: boolean,
): { row: number; column: number } | 'end' | undefined {
  const [down, across] = step(way);
  const marked = /^(?:\[[^\]]*\]|\(.*\))$/.test(node.text);
  if (across !== 0) {
    let column = across > 0 ? node.column + node.text.length : node.column - 1;
    for (let gap = 0; gap < (marked ? 8 : 1) && grid.at(at.row, column) === ' '; gap += 1) column += across;
    if (marked && grid.head(at.row, column) === way) return 'end';
    return grid.leads(at.row, column, (way + 2) % 4) && grid.nodeAt(at.row, column) === undefined
      ? { row: at.row, column: column - across }
      : undefined;
  }
  if (!boxes && !marked) return undefined;
  if (node.box) return undefined;
  return grid.head(at.row + down, at.column) !== undefined || grid.leads(at.row + down, at.column, (way + 2) % 4)
    ? at
    : undefined;
}

/** Words next to an upright line, or right above a level one. */
function labelBeside(grid: DrawingGrid, row: number, column: number, way: number, boxes: boolean): string | undefined {
  const spots: [number, number][] =
    way % 2 === 0
      ? [
          [0, 1],
          [0, 2],
          [0, -1],
          [0, -2],
        ]
      : boxes
        ? [[-1, 0]]
        : [];
  for (const [down, across] of spots) {
    const node = grid.nodeAt(row + down, column + across);
    if (
      node &&
      !node.box &&
      (way % 2 === 1 || grid.at(row, column + Math.sign(across)) === ' ' || Math.abs(across) === 1)
    )
      return unwrapped(node.text);
  }
  return undefined;
}

function unwrapped(label: string): string {
  return label.replace(/^\[([^\]]*)\]$|^\(([^()]*)\)$/, '$1$2').trim();
}
