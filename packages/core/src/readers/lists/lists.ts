import type { NodeFact } from '@iama/model';
import { toString as plainText } from 'mdast-util-to-string';
import type { Block } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { placeKeys } from '../place-keys.ts';

/** Lists at the top of a section, each with the words before it. */
export const lists: DocumentReader = {
  name: 'lists',
  read(document) {
    const nodes: NodeFact<'list'>[] = [];
    const keyOf = placeKeys(document.path);
    let run: Block<'item'>[] = [];
    let lead = '';
    const close = () => {
      const [first] = run;
      if (first && (run.length > 1 || /\d/.test(first.label ?? ''))) {
        nodes.push({
          kind: 'list',
          id: keyOf(first.section),
          side: 'specified',
          at: { path: document.path, line: first.line, column: first.column, section: first.section.heading },
          attributes: { labels: run.map(({ label }) => label ?? '-'), lines: run.map(({ line }) => line), lead },
        });
      }
      run = [];
    };
    for (const block of document.blocks) {
      if (block.parent) continue;
      const last = run.at(-1);
      if (block.kind === 'item' && (!last || sameList(last, block))) {
        run.push(block);
        continue;
      }
      close();
      if (block.kind === 'item') run.push(block);
      else lead = block.kind === 'paragraph' ? plainText(block.node).trim().slice(-200) : '';
    }
    close();
    return { nodes };
  },
};

function sameList(a: Block<'item'>, b: Block<'item'>): boolean {
  return a.section === b.section && a.column === b.column && /\d/.test(a.label ?? '') === /\d/.test(b.label ?? '');
}
