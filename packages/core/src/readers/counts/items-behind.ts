import type { Block, Document } from '../../document/document.ts';

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
  let items = 0;
  let ended = false;
  for (const later of document.blocks.slice(index + 1)) {
    if (later.section !== block.section) break;
    if (isInside(later, next.parent) && later.parent !== next.parent) continue;
    if (later.parent !== next.parent) break;
    if (later.kind !== 'item') ended = true;
    else if (ended)
      return sameKind(later, next) && /^\d/.test(later.label ?? '') && !/^1[.)]/.test(later.label ?? '')
        ? undefined
        : items;
    else items += 1;
  }
  return items;
}

function sameKind(a: Block<'item'>, b: Block<'item'>): boolean {
  return /\d/.test(a.label ?? '') === /\d/.test(b.label ?? '');
}

function isInside(block: Block, parent: Block['parent']): boolean {
  for (let up = block.parent; up; up = up.parent) if (up === parent) return true;
  return parent === undefined;
}
