import type { NodeFact } from '@iama/model';
import type { Document } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { sentences } from '../../document/sentences.ts';
import type { Utterance } from '../../document/utterances.ts';
import { lineAt, utterances } from '../../document/utterances.ts';
import { documentLinks } from './document-links.ts';
import { documentNames, namesIn } from './document-names.ts';
import { documentPaths } from './document-paths.ts';
import { sectionReferences } from './section-references.ts';

/** Places that point at a section or a document: `Section 5.1`, links to Markdown files, paths of Markdown files. */
export const pointers: DocumentReader = {
  name: 'pointers',
  read(document) {
    const nodes: NodeFact<'pointer'>[] = [];
    const said = utterances(document).filter(({ kind }) => kind !== 'code');
    const wholes = wholeTexts(document, said);
    for (const utterance of said) {
      const whole = wholes.get(utterance) ?? utterance.text;
      for (const sentence of sentences(utterance.text)) {
        for (const reference of sectionReferences(sentence.text)) {
          const line = lineAt(utterance, sentence.from + reference.from);
          const { sections, document: named, topic } = reference;
          if (named === undefined && (utterance.kind === 'cell' || reference.foreign)) continue;
          nodes.push({
            kind: 'pointer',
            id: `${named ?? ''}#${sections.join('-')}`,
            side: 'specified',
            at: {
              path: document.path,
              line,
              column: columnOf(document, line, sentence.text.slice(reference.from, reference.to)),
              section: utterance.section.heading,
            },
            attributes: {
              to: 'section',
              sections: [...sections],
              ...(named === undefined ? {} : { document: named }),
              form: 'reference',
              lead: leadOf(sentence.text, reference.from),
              ...(topic === undefined ? {} : { topic }),
              names: namesIn(utterance.row ?? sentence.text),
              around: namesIn(whole),
              documents: documentNames(whole),
              words: sentence.text.slice(0, 200),
            },
          });
        }
      }
    }
    return { nodes: [...nodes, ...documentLinks(document), ...documentPaths(document)] };
  },
};

/** What stands around each utterance: the whole list item it belongs to, sub-items included, or the row of a table. */
function wholeTexts(document: Document, said: readonly Utterance[]): Map<Utterance, string> {
  const texts = new Map<Utterance, string>();
  for (const utterance of said) {
    let top: Utterance['block']['parent'] | undefined = utterance.block.parent;
    while (top?.parent) top = top.parent;
    const whole = utterance.row ?? (top ? document.lines.slice(top.line - 1, top.lastLine).join('\n') : utterance.text);
    texts.set(utterance, whole);
  }
  return texts;
}

function columnOf(document: Document, line: number, words: string): number {
  return Math.max(0, (document.lines[line - 1] ?? '').indexOf(words.split(' ')[0] ?? '')) + 1;
}

/** The words from the mark before a reference to the reference: its clause so far. */
function leadOf(sentence: string, from: number): string {
  const before = sentence.slice(0, from);
  const cut = Math.max(...[',', ';', ')', '|'].map((mark) => before.replace(/[\s(]+$/, '').lastIndexOf(mark)));
  return before
    .slice(cut + 1)
    .replace(/[\s(]+$/, '')
    .trim()
    .slice(-100);
}
