import type { Block, Document } from '../../document/document.ts';
import { countPhrases } from './count-phrases.ts';

/**
 * How many items the list or rows the table right behind a block holds. Undefined when something else follows, or when the
 * section goes on with another list, so that nobody can say which of them is meant.
 */
export function itemsBehind(document: Document, block: Block): number | undefined {
  const index = document.blocks.indexOf(block);
  const next = document.blocks[index + 1];
  if (!next || next.section !== block.section) return undefined;
  if (next.kind === 'table') return next.node.children.length - 1;
  if (next.kind !== 'item') return undefined;
  const items: Block<'item'>[] = [];
  let ended = false;
  for (const later of document.blocks.slice(index + 1)) {
    if (later.section !== block.section) break;
    if (isInside(later, next.parent) && later.parent !== next.parent) continue;
    if (later.parent !== next.parent) break;
    if (later.kind !== 'item' || !sameKind(later, next)) ended = true;
    else if (ended)
      return /^\d/.test(later.label ?? '') && !/^1[.)]/.test(later.label ?? '') ? undefined : counted(items);
    else items.push(later);
  }
  return counted(items);
}

/** How many items of one form there are: where some begin with a name and others with a sentence, not all are of the count. */
function counted(items: readonly Block<'item'>[]): number | undefined {
  const forms = new Set(items.map(formOf));
  return forms.size === 1 && !forms.has('number') ? items.length : undefined;
}

/** What an item begins with: emphasis, code, a link, words; or a number of its own, so that it stands for several. */
function formOf({ node }: Block<'item'>): string {
  const [first] = node.children;
  const opens = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (opens?.type === 'text' && countPhrases(opens.value).some(({ from }) => from === 0)) return 'number';
  return opens?.type ?? first?.type ?? 'text';
}

function sameKind(a: Block<'item'>, b: Block<'item'>): boolean {
  return /\d/.test(a.label ?? '') === /\d/.test(b.label ?? '');
}

function isInside(block: Block, parent: Block['parent']): boolean {
  for (let up = block.parent; up; up = up.parent) if (up === parent) return true;
  return parent === undefined;
}
