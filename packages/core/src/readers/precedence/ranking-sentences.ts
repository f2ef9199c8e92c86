import type { NodeFact } from '@iama/model';
import type { Document } from '../../document/document.ts';
import { sentences } from '../../document/sentences.ts';
import { lineAt, utterances } from '../../document/utterances.ts';

const name = String.raw`\`?(?:[\w.-]+\/)*[\w.-]+\.(?:md|mdx|ya?ml|json|sql)\`?`;
const wins = new RegExp(
  String.raw`(${name})\s+(?:always\s+)?(?:takes precedence over|has precedence over|prevails over|wins over|overrides|outranks|ranks above|supersedes in case of conflict)\s+(?:the\s+)?(${name})`,
  'gi',
);
const chain = new RegExp(String.raw`(${name})\s+first,\s+then\s+(${name})(?:,\s+(?:and\s+)?then\s+(${name}))?`, 'gi');

/** `A.md takes precedence over B.md`, `A.md first, then B.md, then C.md`. */
export function rankingSentences(document: Document): NodeFact<'ranking'>[] {
  const found: NodeFact<'ranking'>[] = [];
  for (const utterance of utterances(document)) {
    if (utterance.kind === 'code') continue;
    for (const sentence of sentences(utterance.text)) {
      for (const match of [...sentence.text.matchAll(wins), ...sentence.text.matchAll(chain)]) {
        const line = lineAt(utterance, sentence.from + (match.index ?? 0));
        const names = match.slice(1).flatMap((word) => (word === undefined ? [] : [word.replaceAll('`', '')]));
        found.push({
          kind: 'ranking',
          id: `${document.path}:${names.join('>')}`,
          side: 'specified',
          at: { path: document.path, line, column: 1, section: utterance.section.heading },
          attributes: { entries: names.map((said) => ({ said, names: [said], line })) },
        });
      }
    }
  }
  return found;
}
