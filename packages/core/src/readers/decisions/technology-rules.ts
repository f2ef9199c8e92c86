import type { NodeFact } from '@iama/model';
import type { Document, Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { versionOf } from '../../document/infer-scope.ts';
import { sectionAt } from '../../document/open-document.ts';
import { type Sentence, sentencesIn } from '../../document/sentences-in.ts';
import { slug } from '../documents.ts';
import { decisionScopes } from './decision-scopes.ts';
import { readTechnologyStatement } from './technology-statements.ts';

const look =
  /\b(?:must|shall|never|not|don't|avoid|forbidden|prohibited|banned|mandat\w+|always|only|instead of|rather than|rejected|required)\b/i;
const history = /(?:^|\/)(?:changelog|history|news|releases?|licen[cs]e|code_of_conduct)[^/]*$/i;

/** Technologies that documents other than decisions demand or rule out: a guide's "MUST use X", "NEVER use Y". */
export const technologyRules: DocumentReader = {
  name: 'technology-rules',
  read(document) {
    if (document.role === 'ux' || history.test(document.path) || !look.test(document.text)) return {};
    if (document.role === 'adr' || decisionScopes(document).length > 0) return {};
    const nodes: NodeFact[] = [];
    const spans: Span[] = [];
    const counts = new Map<string, number>();
    for (const sentence of sentencesIn(document, 1, document.lines.length)) {
      if (!look.test(sentence.text)) continue;
      for (const said of readTechnologyStatement(sentence.text, sentence.line, 'guide')) {
        const node = itemNode(document, sentence, said.kind, said.text, said.technologies, counts);
        nodes.push(node);
        spans.push({ node: { kind: 'item', id: node.id }, line: sentence.line, lastLine: sentence.line });
      }
    }
    return { nodes, spans };
  },
};

function itemNode(
  document: Document,
  sentence: Sentence,
  kind: 'mandated' | 'forbidden',
  text: string,
  technologies: readonly string[],
  counts: Map<string, number>,
): NodeFact<'item'> {
  const section = sectionAt(document.sections, sentence.line);
  const place = section.level === 0 ? '0' : (section.number ?? slug(section.title));
  const key = `${place}.${kind}`;
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  const number = `${kind}-${count}`;
  const version = versionOf(section.heading) ?? document.scope;
  return {
    kind: 'item',
    id: `${document.name}#${place}.${number}`,
    side: 'specified',
    at: {
      path: document.path,
      line: sentence.line,
      column: 1,
      ...(section.level === 0 ? {} : { section: section.heading }),
    },
    attributes: {
      list: `technology-${kind}`,
      number,
      text,
      strength: /\bshould\b/i.test(text) && !/\b(?:must|never|shall)\b/i.test(text) ? 'SHOULD' : 'MUST',
      ...(version === undefined ? {} : { version }),
      technologies: [...technologies],
    },
  };
}
