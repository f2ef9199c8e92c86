import type { NodeFact } from '@iama/model';
import type { Document } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import type { Sentence } from '../../document/sentences.ts';
import { sentences } from '../../document/sentences.ts';
import type { Utterance } from '../../document/utterances.ts';
import { lineAt, utterances } from '../../document/utterances.ts';
import type { Quantity } from '../../quantity/read-quantities.ts';
import { readQuantities } from '../../quantity/read-quantities.ts';
import { numbersOf } from '../../quantity/read-value.ts';
import type { Binding } from './bind-quantity.ts';
import { bindQuantity, countedBehind, labelled } from './bind-quantity.ts';
import { boundOf, isExampleSentence, isLoose, isNegated } from './bound-words.ts';
import { codeFieldBinding } from './code-field.ts';
import { identifierRows } from './identifier-rows.ts';
import { idsIn } from './ids-in.ts';
import { isUnsaid } from './is-unsaid.ts';
import { contentWords } from './noun-phrase.ts';
import { ownerId } from './owner-id.ts';
import { strengthOf } from './strength-of.ts';

/** Numbers that a sentence, a row or a field binds to a named thing. */
export const statements: DocumentReader = {
  name: 'statements',
  read(document) {
    const nodes: NodeFact<'statement'>[] = [...identifierRows(document)];
    for (const utterance of utterances(document)) {
      if (isUnsaid(document, utterance)) continue;
      for (const sentence of utterance.kind === 'code'
        ? [{ text: utterance.text, from: 0 }]
        : sentences(utterance.text)) {
        nodes.push(...statementsOf(document, utterance, sentence));
      }
    }
    return { nodes };
  },
};

function statementsOf(document: Document, utterance: Utterance, sentence: Sentence): NodeFact<'statement'>[] {
  const found: NodeFact<'statement'>[] = [];
  const owner = ownerId(document, utterance);
  const ids = idsIn(utterance.row ?? sentence.text);
  let earlier: Binding | undefined;
  let from = 0;
  for (const quantity of readQuantities(sentence.text)) {
    const before = sentence.text.slice(0, quantity.from);
    const after = sentence.text.slice(quantity.to);
    if (isNegated(before) || isExampleSentence(sentence.text) || isLoose(clauseAround(sentence.text, quantity)))
      continue;
    const { bound, lead } = boundOf(before, after);
    const bare =
      utterance.kind === 'code'
        ? codeFieldBinding(sentence.text, quantity)
        : bindQuantity(quantity, lead, after, earlier);
    const named = bare && labelled(bare, sentence.text);
    const loose =
      utterance.kind === 'cell' && ids.length === 0 && owner === undefined && strengthOf(sentence.text) === 'NONE';
    const binding = loose && named?.by !== 'identifier' ? undefined : named;
    const said =
      binding ??
      (ids.length > 0 || owner !== undefined
        ? unbound(wordsAround(sentence.text, from, quantity.to), quantity, after)
        : undefined);
    earlier = binding ?? earlier;
    from = quantity.to;
    if (said) found.push(node(document, utterance, sentence, quantity, said, bound, ids, owner));
  }
  return found;
}

function node(
  document: Document,
  utterance: Utterance,
  sentence: Sentence,
  quantity: Quantity,
  binding: Binding,
  bound: NodeFact<'statement'>['attributes']['bound'],
  ids: readonly string[],
  owner: string | undefined,
): NodeFact<'statement'> {
  const subject = binding.subject.join(' ');
  const line = lineAt(utterance, sentence.from + quantity.from);
  const value = {
    form: 'number' as const,
    ...numbersOf(quantity),
    ...(binding.counted ? { unit: binding.counted } : {}),
  };
  return {
    kind: 'statement',
    id: `${subject}/${binding.attribute}/${value.unit ?? ''}`,
    side: 'specified',
    at: {
      path: document.path,
      line,
      column: columnOf(document, line, quantity.written),
      section: utterance.section.heading,
    },
    attributes: {
      subject,
      attribute: binding.attribute,
      by: binding.by,
      bound,
      value,
      written: `${quantity.written}${binding.counted ? ` ${binding.counted}s` : ''}`,
      words: sentence.text.replace(/\s+/g, ' ').slice(0, 200),
      strength: strengthOf(sentence.text),
      qualifiers: qualifiersOf(sentence.text, quantity),
      ids: [...ids],
      ...(owner === undefined ? {} : { owner }),
    },
  };
}

/** A number that only its words and the requirement it stands with tell: `said`. */
function unbound(text: string, quantity: Quantity, after: string): Binding {
  const counted = quantity.unit === undefined ? countedBehind(after) : undefined;
  return {
    subject: contentWords(text)
      .filter((word) => !/\d/.test(word))
      .slice(-8),
    attribute: 'said',
    by: 'words',
    ...(counted === undefined ? {} : { counted }),
  };
}

/** From the number before to the third word behind. */
function wordsAround(text: string, from: number, to: number): string {
  const behind = /^\W*(?:[\w-]+\W+){0,3}/.exec(text.slice(to))?.[0] ?? '';
  return text.slice(from, to) + behind;
}

/** Names and versions in the clause, in lower case: what narrows a statement. */
function qualifiersOf(text: string, quantity: Quantity): string[] {
  const clause = clauseAround(text, quantity);
  const names = [...clause.matchAll(/(?<=\s|\(|\/|^)(`[^`]+`|[A-Z][\w-]*)/g)]
    .filter((match) => (match.index ?? 0) > 0)
    .map(([name]) => name.replaceAll('`', '').toLowerCase());
  return [
    ...new Set(
      names.filter((name) => !/^(?:must|shall|should|may|not|a|the|i)$/.test(name) && !/-\d+[a-z]?$/.test(name)),
    ),
  ].sort();
}

/** From the mark before a quantity to the mark behind it. */
function clauseAround(text: string, { from, to }: Quantity): string {
  const start = Math.max(...[';', '—', '(', ' – ', ': ', ', '].map((mark) => text.lastIndexOf(mark, from - 1)));
  const ends = [';', '—', ')', ' – ', ', '].map((mark) => text.indexOf(mark, to)).filter((at) => at >= 0);
  return text.slice(Math.max(0, start), ends.length > 0 ? Math.min(...ends) : text.length);
}

function columnOf(document: Document, line: number, words: string): number {
  return Math.max(0, (document.lines[line - 1] ?? '').indexOf(words)) + 1;
}
