import type { Document } from '../../document/document.ts';
import type { Utterance } from '../../document/utterances.ts';
import { passageAnchor } from '../passages/passage-anchor.ts';

/** The requirement whose definition an utterance belongs to: its row, its paragraph, its list item or its heading begins with the id. */
export function ownerId(document: Document, utterance: Utterance): string | undefined {
  if (utterance.row !== undefined) return passageAnchor(`| ${utterance.row}`);
  const own = passageAnchor(document.lines[utterance.block.line - 1] ?? '');
  if (own !== undefined) return own;
  for (let parent = utterance.block.parent; parent; parent = parent.parent) {
    const id = passageAnchor(document.lines[parent.line - 1] ?? '');
    if (id !== undefined) return id;
  }
  return passageAnchor(utterance.section.heading);
}
