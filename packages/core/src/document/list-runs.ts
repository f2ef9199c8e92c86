import type { Block, Document, Section } from './document.ts';

/** The items of one list, and the words that introduce it. */
export interface ListRun {
  readonly items: readonly Block<'item'>[];
  readonly section: Section;
  /** The paragraph right before the list or, in a nested list, the words of the item it hangs under; raw text on one line. */
  readonly label: string;
  readonly labelLine: number | undefined;
  /** The item or quote the list is nested in. */
  readonly parent: Block<'item' | 'quote'> | undefined;
}

const kept = new WeakMap<Document, readonly ListRun[]>();

/** Every list of a document in reading order, with the words that introduce it. */
export function listRuns(document: Document): readonly ListRun[] {
  let runs = kept.get(document);
  if (!runs) {
    runs = collectRuns(document);
    kept.set(document, runs);
  }
  return runs;
}

function collectRuns(document: Document): ListRun[] {
  const runs: { -readonly [K in keyof ListRun]: ListRun[K] extends readonly (infer T)[] ? T[] : ListRun[K] }[] = [];
  const open = new Map<Block | undefined, { run: (typeof runs)[number] | undefined; before: Block | undefined }>();
  for (const block of document.blocks) {
    let here = open.get(block.parent);
    if (!here) {
      here = { run: undefined, before: undefined };
      open.set(block.parent, here);
    }
    if (block.kind !== 'item') {
      here.run = undefined;
      here.before = block;
      continue;
    }
    if (!here.run) {
      const before = here.before ?? (block.parent?.kind === 'item' ? block.parent : undefined);
      const labelled = before && (before.kind === 'paragraph' || before.kind === 'item');
      here.run = {
        items: [],
        section: block.section,
        label: labelled ? firstWords(document, before) : '',
        labelLine: labelled ? before.line : undefined,
        parent: block.parent,
      };
      runs.push(here.run);
    }
    here.run.items.push(block);
    here.before = block;
  }
  return runs;
}

/** The raw text of a block's own first paragraph on one line, without its list label, quote marks and what is nested below. */
export function firstWords(document: Document, block: Block): string {
  let lastLine = block.lastLine;
  if (block.kind === 'item') {
    const [first, second] = block.node.children;
    if (first?.type !== 'paragraph') return '';
    lastLine = Math.min(
      first.position?.end.line ?? lastLine,
      (second?.position?.start.line ?? Number.POSITIVE_INFINITY) - 1,
    );
  }
  const own = document.lines.slice(block.line - 1, Math.max(block.line, lastLine));
  if (own[0] !== undefined)
    own[0] = own[0].slice(block.column - 1).replace(/^(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/, '');
  return own
    .map((line) => line.replace(/^[\s>]+/, '').trimEnd())
    .join(' ')
    .trim();
}
