import type { NodeFact } from '@iama/model';
import type { Document } from '../../document/document.ts';
import { sectionAt } from '../../document/open-document.ts';

const path = /`([\w./ -]*[\w-]\.(?:md|mdx|markdown))`|[├└│─|`+]\s*([\w.-]+\.(?:md|mdx|markdown))\b/gi;

/** Markdown files named in code spans, and in drawn folder trees. */
export function documentPaths(document: Document): NodeFact<'pointer'>[] {
  const nodes: NodeFact<'pointer'>[] = [];
  document.lines.forEach((text, index) => {
    for (const match of text.matchAll(path)) {
      const named = match[1] ?? match[2] ?? '';
      const line = index + 1;
      nodes.push({
        kind: 'pointer',
        id: named,
        side: 'specified',
        at: {
          path: document.path,
          line,
          column: (match.index ?? 0) + 2,
          section: sectionAt(document.sections, line).heading,
        },
        attributes: {
          to: 'document',
          sections: [],
          document: named,
          form: 'path',
          lead: '',
          names: [],
          around: [],
          documents: [],
          words: text.trim().slice(0, 200),
        },
      });
    }
  });
  return nodes;
}
