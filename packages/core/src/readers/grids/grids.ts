import type { NodeFact } from '@iama/model';
import type { DocumentReader } from '../../document/document-reader.ts';
import { inlineText } from '../../document/inline-text.ts';
import { readValue } from '../../quantity/read-value.ts';
import { labelWords } from '../../words/label-words.ts';
import { placeKeys } from '../place-keys.ts';

/** Tables above this size are data, not statements. */
const mostRows = 200;

/** Every table with at least two columns, cell by cell. */
export const grids: DocumentReader = {
  name: 'grids',
  read(document) {
    const nodes: NodeFact<'grid'>[] = [];
    const keyOf = placeKeys(document.path);
    for (const block of document.blocks) {
      if (block.kind !== 'table') continue;
      const [head, ...rows] = block.node.children;
      const headers = (head?.children ?? []).map((cell) => inlineText(cell.children).trim());
      if (headers.length < 2 || rows.length === 0 || rows.length > mostRows) continue;
      nodes.push({
        kind: 'grid',
        id: keyOf(block.section),
        side: 'specified',
        at: { path: document.path, line: block.line, column: block.column, section: block.section.heading },
        attributes: {
          headers,
          columns: headers.map(labelWords),
          rows: rows.map((row) => {
            const cells = row.children.map((cell) => inlineText(cell.children).trim());
            return {
              line: row.position?.start.line ?? block.line,
              label: labelWords(cells[0] ?? ''),
              written: cells[0] ?? '',
              cells: cells.slice(1),
              values: cells.slice(1).map(readValue),
            };
          }),
        },
      });
    }
    return { nodes };
  },
};
