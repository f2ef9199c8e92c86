import type { NodeFact } from '@iama/model';
import type { DocumentReader } from '../../document/document-reader.ts';
import { languageOf } from '../../infer/language-of.ts';
import { slug } from '../documents.ts';
import { passageAnchor } from './passage-anchor.ts';
import type { TextLine } from './passage-tokens.ts';
import { codeNames, handAnchors, latinWords, passageTokens } from './passage-tokens.ts';

interface Open {
  readonly anchor: string;
  readonly line: number;
  readonly section: string;
  readonly lines: TextLine[];
  readonly code: TextLine[];
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
      const passage = { anchor, line, section, lines: [], code: [], lastLine: line };
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
      if (fenced) {
        current.code.push({ text, line });
        return;
      }
      const section = headings.get(line);
      const id = passageAnchor(text);
      if (section) {
        heading = section.heading;
        current = open(id ?? section.number ?? slug(section.title), line, heading);
        ofSection = current;
      } else if (id !== undefined && text.trimStart().startsWith('|')) {
        open(id, line, heading).lines.push({ text, line });
        current = ofSection;
        return;
      } else if (id !== undefined) current = open(id, line, heading);
      if (!section) current.lines.push({ text, line });
      current.lastLine = line;
    });
    const spoken = languageOf(document.path).language !== undefined;
    return { nodes: found.flatMap((passage) => node(document.path, passage, spoken)) };
  },
};

function node(
  path: string,
  { anchor, line, section, lines, code, lastLine }: Open,
  spoken: boolean,
): NodeFact<'passage'>[] {
  const tokens = passageTokens(lines);
  const coded = codeNames(code);
  const anchors = handAnchors([section, ...lines.map(({ text }) => text)].join('\n'));
  const says = [coded, anchors, tokens.numbers, tokens.names, tokens.strengths].some((said) => said.length > 0);
  if (!says && !tokens.damaged && !/\d/.test(anchor)) return [];
  const words = spoken ? latinWords([section, ...lines.map(({ text }) => text)].join('\n')) : [];
  const at = { path, line, column: 1, ...(section === '' ? {} : { section }) };
  const attributes = { anchor, ...tokens, coded, anchors, words, lastLine };
  return [{ kind: 'passage', id: `${path}#${anchor}`, side: 'specified', at, attributes }];
}
