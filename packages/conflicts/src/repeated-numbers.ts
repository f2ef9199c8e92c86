import type { GraphView, NodeFact, Place } from '@iama/model';
import { standingDocuments } from './standing-documents.ts';

type List = NodeFact<'list'>;

export interface Repetition {
  /** The first item whose number was taken. */
  readonly at: Place;
  readonly section: string;
  readonly numbers: readonly string[];
  readonly pairs: readonly { readonly number: string; readonly first: number; readonly second: number }[];
}

interface Item {
  readonly number: number;
  readonly line: number;
  readonly list: List;
}

/** Numbers that one series of items uses twice. A series goes on over paragraphs and fences until a list, or within one, is 1 again. */
export function repeatedNumbers(graph: GraphView<'list' | 'document'>): Repetition[] {
  const standing = standingDocuments(graph);
  const series: Item[][] = [];
  for (const list of graph.nodes('list')) {
    if (!standing.has(list.at.path)) continue;
    const items = itemsOf(list);
    const last = series.at(-1);
    const before = last?.at(-1)?.list.at;
    const goesOn =
      items[0] !== undefined &&
      items[0].number > 1 &&
      before?.path === list.at.path &&
      before.section === list.at.section;
    const [first = [], ...more] = runsOf(items);
    if (goesOn) last?.push(...first);
    else if (first.length > 0) series.push(first);
    series.push(...more);
  }
  return series.flatMap(repetitionIn);
}

/** Items split where they begin anew with 1, unless all of them are 1. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && !(item.number === 1 && run.some(({ number }) => number > 1))) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function itemsOf(list: List): Item[] {
  const { labels, lines } = list.attributes;
  return labels.flatMap((label, index) =>
    /^\d+/.test(label) ? [{ number: Number.parseInt(label, 10), line: lines[index] ?? list.at.line, list }] : [],
  );
}

function repetitionIn(items: readonly Item[]): Repetition[] {
  if (isLazy(items)) return [];
  const seen = new Map<number, number>();
  const pairs: { number: string; first: number; second: number }[] = [];
  let from: Item | undefined;
  for (const item of items) {
    const first = seen.get(item.number);
    if (first === undefined) seen.set(item.number, item.line);
    else {
      from ??= item;
      pairs.push({ number: String(item.number), first, second: item.line });
    }
  }
  if (!from) return [];
  const section = from.list.at.section ?? from.list.at.path;
  const numbers = [...new Set(pairs.map(({ number }) => number))];
  return [{ at: { ...from.list.at, line: from.line }, section, numbers, pairs }];
}

/** All items have one number: the page counts. `1, 2, 2, 2` is meant so as well. */
function isLazy(items: readonly Item[]): boolean {
  const numbers = items.map(({ number }) => number);
  const run = numbers.length - 1 - numbers.findLastIndex((number) => number !== numbers.at(-1));
  return run === numbers.length || (run > 2 && run >= numbers.length - 2);
}
