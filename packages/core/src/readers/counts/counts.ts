import type { NodeFact } from '@iama/model';
import type { Document } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { sentences } from '../../document/sentences.ts';
import type { Utterance } from '../../document/utterances.ts';
import { lineAt, utterances } from '../../document/utterances.ts';
import type { SectionReference } from '../pointers/section-references.ts';
import { sectionReferences } from '../pointers/section-references.ts';
import { isUnsaid } from '../statements/is-unsaid.ts';
import type { CountPhrase } from './count-phrases.ts';
import { countPhrases, isVague, saysNumber } from './count-phrases.ts';
import { itemsBehind } from './items-behind.ts';
import { namesBehind } from './names-behind.ts';

const claims =
  /\b(?:has|have|had|defines?|contains?|lists?|adds?|comprises?|consists? of|includes?|holds?|hold these|all|all of|there are|total of)\s*(?:the\s+|these\s+|exactly\s+|its\s+)*$/i;
/** Words between a count and the colon its list hangs on. */
const mostWordsBetween = 8;
const mostItems = 30;
const versioned = /(?<![\w.])(V\d{1,2})(?![\w.])/i;

/** How many of something the documents say there are. */
export const counts: DocumentReader = {
  name: 'counts',
  read(document) {
    const nodes: NodeFact<'count'>[] = [];
    for (const utterance of utterances(document)) {
      if (utterance.kind === 'code' || isUnsaid(document, utterance)) continue;
      for (const sentence of sentences(utterance.text)) {
        const phrases = countPhrases(sentence.text);
        phrases.forEach((phrase, index) => {
          if (isVague(sentence.text.slice(0, phrase.from))) return;
          const found = node(document, utterance, sentence, phrase, phrases.length === 1, phrases[index + 1]?.from);
          if (found) nodes.push(found);
        });
      }
    }
    return { nodes };
  },
};

function node(
  document: Document,
  utterance: Utterance,
  sentence: { readonly text: string; readonly from: number },
  phrase: CountPhrase,
  alone: boolean,
  next: number | undefined,
): NodeFact<'count'> | undefined {
  const before = sentence.text.slice(0, phrase.from);
  const after = sentence.text.slice(phrase.to);
  const until = sentence.text.slice(phrase.to, next);
  const listed = namesBehind(until) ?? (alone ? listedBehind(document, utterance, sentence, phrase) : undefined);
  const references = referencesBehind(after);
  const [reference] = references;
  const whole = utterance.kind === 'cell' && /^\W*$/.test(before) && after.replace(/\([^)]*\)/g, '').trim() === '';
  const version = (lastVersion(before) ??
    versioned.exec(/^[^,;:.]{0,30}/.exec(until)?.[0] ?? '') ??
    versioned.exec(utterance.header ?? ''))?.[1];
  const pointed = reference !== undefined && (version !== undefined || /\b(?:the|all|these)\s*$/i.test(before));
  const total = whole || claims.test(before) || pointed;
  if (listed === undefined && !total) return undefined;
  return {
    kind: 'count',
    id: phrase.noun,
    side: 'specified',
    at: {
      path: document.path,
      line: lineAt(utterance, sentence.from + phrase.from),
      column: 1,
      section: utterance.section.heading,
    },
    attributes: {
      number: phrase.number,
      noun: phrase.noun,
      adjectives: [...phrase.adjectives],
      ...(version === undefined ? {} : { version: version.toUpperCase() }),
      sections: references.map(({ sections }) => sections.join('–')),
      ...(reference?.document === undefined ? {} : { in: reference.document }),
      ...(listed === undefined ? {} : { listed }),
      total,
      words: sentence.text.replace(/\s+/g, ' ').slice(0, 200),
    },
  };
}

/** The items of the list right behind, when the sentence is about nothing but this count and could be meant to count them. */
function listedBehind(
  document: Document,
  utterance: Utterance,
  { text, from }: { readonly text: string; readonly from: number },
  { from: begins, to, number }: CountPhrase,
): number | undefined {
  const ends = from + text.length >= utterance.text.trimEnd().length && /[:：]\s*$/.test(text);
  const [before, after] = [text.slice(0, begins), text.slice(to)];
  if (utterance.kind !== 'prose' || !ends || /\([^)]*$/.test(before) || saysNumber(before + after)) return undefined;
  if (after.trim().split(/\s+/).length > mostWordsBetween) return undefined;
  const items = itemsBehind(document, utterance.block);
  const alike = items !== undefined && items >= 2 && items < 2 * number && number < 2 * items && number <= mostItems;
  return alike ? items : undefined;
}

function lastVersion(text: string): RegExpExecArray | null {
  const clause = text.slice(Math.max(text.lastIndexOf(','), text.lastIndexOf(';')) + 1);
  return versioned.exec(clause);
}

/** The section references a count goes on with, joined by nothing but small words: `(Sections 2 to 11 + Section 19)`. */
function referencesBehind(after: string): SectionReference[] {
  const [first, ...more] = sectionReferences(after).sort((a, b) => a.from - b.from);
  if (!first || first.from > 40) return [];
  const joined = [first];
  for (const next of more) {
    if (!/^[\s,+&]*(?:and)?\s*$/.test(after.slice(joined.at(-1)?.to ?? 0, next.from))) break;
    joined.push(next);
  }
  return joined;
}
