import type { NodeFact } from '@iama/model';
import type { DocumentReader } from '../../document/document-reader.ts';
import { slug } from '../documents.ts';
import { passageAnchor } from './passage-anchor.ts';
import { passageTokens } from './passage-tokens.ts';

interface Open {
  readonly anchor: string;
  readonly line: number;
  readonly section: string;
  readonly lines: string[];
  lastLine: number;
}

/** Sections and requirements with the numbers and names in them: what a translation has to keep. */
export const passages: DocumentReader = {
  name: 'passages',
  read(document) {
    const headings = new Map(
      document.sections.filter(({ level }) => level > 0).map((section) => [section.line, section]),
    );
    const found: Open[] = [];
    const open = (anchor: string, line: number, section: string): Open => {
      const passage = { anchor, line, section, lines: [], lastLine: line };
      found.push(passage);
      return passage;
    };
    let heading = '';
    let current = open('', 1, '');
    let ofSection = current;
    let fenced = false;
    document.lines.forEach((text, index) => {
      const line = index + 1;
      if (/^\s*(?:```|~~~)/.test(text)) fenced = !fenced;
      if (fenced) return;
      const section = headings.get(line);
      const id = passageAnchor(text);
      if (section) {
        heading = section.heading;
        current = open(id ?? section.number ?? slug(section.title), line, heading);
        ofSection = current;
      } else if (id !== undefined && text.trimStart().startsWith('|')) {
        open(id, line, heading).lines.push(text);
        current = ofSection;
        return;
      } else if (id !== undefined) current = open(id, line, heading);
      if (!section) current.lines.push(text);
      current.lastLine = line;
    });
    return { nodes: found.flatMap((passage) => node(document.path, passage)) };
  },
};

function node(path: string, { anchor, line, section, lines, lastLine }: Open): NodeFact<'passage'>[] {
  const tokens = passageTokens(lines.join('\n'));
  if (tokens.numbers.length + tokens.names.length + tokens.strengths.length === 0 && !tokens.damaged) return [];
  const at = { path, line, column: 1, ...(section === '' ? {} : { section }) };
  return [
    { kind: 'passage', id: `${path}#${anchor}`, side: 'specified', at, attributes: { anchor, ...tokens, lastLine } },
  ];
}
