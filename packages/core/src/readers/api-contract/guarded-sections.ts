import type { Document, Section } from '../../document/document.ts';
import { demandsAccess } from './access.ts';
import { sectionsAround } from './sections-around.ts';
import type { Settled } from './settle-declarations.ts';

/**
 * Which sections a sentence such as `All endpoints require a token` speaks for: its own when endpoints stand there,
 * else the whole document. A sentence about one kind of endpoint speaks for its own section only.
 */
export function guardedSections(document: Document, settled: readonly Settled[]): (section: Section) => boolean {
  const holding = new Set(settled.flatMap(({ declaration }) => sectionsAround(declaration.section)));
  const guarded = new Set<Section>();
  let everywhere = false;
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph') continue;
    for (let line = block.line; line <= block.lastLine; line += 1) {
      const demand = demandsAccess(document.lines[line - 1] ?? '');
      if (demand === undefined) continue;
      const own = block.section.level > 1 && holding.has(block.section);
      if (own) guarded.add(block.section);
      else if (demand === 'all') everywhere = true;
    }
  }
  return (section) => everywhere || sectionsAround(section).some((one) => guarded.has(one));
}
