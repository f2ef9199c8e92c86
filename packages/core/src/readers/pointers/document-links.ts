import type { NodeFact } from '@iama/model';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Document } from '../../document/document.ts';
import { sectionAt } from '../../document/open-document.ts';

const target = /^(?![a-z][a-z0-9+.-]*:|\/\/|\{|<)([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/i;

/** Links and link definitions that point at a Markdown file or a heading. */
export function documentLinks(document: Document): NodeFact<'pointer'>[] {
  const nodes: NodeFact<'pointer'>[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'definition') {
      const found = pointer(
        document,
        node.url,
        node.position?.start.line ?? 1,
        node.position?.start.column ?? 1,
        plainText(node),
      );
      if (found) nodes.push(found);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(document.root);
  return nodes;
}

function pointer(
  document: Document,
  url: string,
  line: number,
  column: number,
  words: string,
): NodeFact<'pointer'> | undefined {
  const match = target.exec(url.trim());
  const path = decode(match?.[1] ?? '');
  const fragment = match?.[2];
  if (!match || /[{}<>*$]/.test(url) || (path === '' && !fragment)) return undefined;
  if (path !== '' && !/\.(?:md|mdx|markdown)$/i.test(path)) return undefined;
  return {
    kind: 'pointer',
    id: path === '' ? `#${fragment}` : path,
    side: 'specified',
    at: { path: document.path, line, column, section: sectionAt(document.sections, line).heading },
    attributes: {
      to: 'document',
      sections: [],
      ...(path === '' ? {} : { document: path }),
      ...(fragment ? { fragment: decode(fragment) } : {}),
      form: 'link',
      lead: '',
      names: [],
      around: [],
      documents: [],
      words: words.slice(0, 200),
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
