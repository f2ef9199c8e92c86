import type { NodeFact } from '@iama/model';
import type { Document } from '../../document/document.ts';
import { inlineText } from '../../document/inline-text.ts';
import { readValue } from '../../quantity/read-value.ts';
import { isIdentifier } from '../../words/label-words.ts';
import { idsIn } from './ids-in.ts';

/** Rows that give an identifier a number: `| \`trial.max_recounts\` | integer | 5 | … |`. */
export function identifierRows(document: Document): NodeFact<'statement'>[] {
  const found: NodeFact<'statement'>[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    const [head, ...rows] = block.node.children;
    const column = (head?.children ?? []).findIndex((cell) =>
      /^(?:defaults?(?: value)?|value|默认值?|預設值?)$/i.test(inlineText(cell.children).trim()),
    );
    if (column < 1) continue;
    for (const row of rows) {
      const cells = row.children.map((cell) => inlineText(cell.children).trim());
      const name = (cells[0] ?? '').replaceAll('`', '');
      const written = cells[column] ?? '';
      const value = readValue(written);
      if (!isIdentifier(name) || !/[._]/.test(name) || value.form !== 'number') continue;
      found.push({
        kind: 'statement',
        id: `${name}/value/`,
        side: 'specified',
        at: {
          path: document.path,
          line: row.position?.start.line ?? block.line,
          column: 1,
          section: block.section.heading,
        },
        attributes: {
          subject: name,
          attribute: 'value',
          by: 'identifier',
          bound: 'default',
          value,
          written: written.replaceAll('`', ''),
          words: cells.join(' | ').slice(0, 200),
          strength: 'NONE',
          qualifiers: [],
          ids: idsIn(cells.join(' ')),
        },
      });
    }
  }
  return found;
}
