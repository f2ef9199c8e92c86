import { isScreaming, isStative, stateName } from './state-name.ts';

/** One step a sentence states. */
export interface SentenceStep {
  readonly from: string;
  readonly to: string;
  readonly trigger?: string;
}

interface Token {
  readonly text: string;
  readonly at: number;
  readonly kind: 'name' | 'plain' | 'verb' | 'word' | 'mark';
  /** Of a name: what state it is; `*` for "any state". */
  readonly state?: string;
  /** Of a name: it can be nothing but a state here. */
  readonly sure?: boolean;
}

const verb =
  /^(?:transition(?:s|ed|ing)?|moves?|moved|moving|returns?|returned|returning|goes|go|going|advances?|advanced|changes?|changed|switch(?:es|ed)?|proceeds?|proceeded|falls?|reverts?|reverted)$/i;
const verbs = /transition|mov(?:e|ing)|return|\bgo(?:es|ing)?\b|advance|change|switch|proceed|fall|revert/i;
/** A sentence that starts with a name may be what the next one goes on about. */
const carries = /^\s*(?:(?:from|in|while|when|once|the|a|an)\s+){0,3}(?:[`*"“]|[A-Z][A-Z0-9_]+\b)/i;
const manner =
  /^(?:back|directly|again|automatically|immediately|straight|over|on|state|status|the|its|a|an|only|states|cleanly|safely)$/i;
const modal =
  /^(?:can|may|must|shall|should|will|would|then|also|only|always|automatically|immediately|deterministically|and|is|are|has|have|been|be|job|jobs|it|state|status|states|which|that|,|\))$/i;
const joins = /^(?:,|\/|and|or|、|或|，)$/i;
const place = /^(?:from|in|within|while|at)$/i;
const negated =
  /^(?:not|never|cannot|can't|don't|doesn't|mustn't|without|no|illegal|invalid|forbidden|disallow(?:ed|s)?|prohibit(?:ed|s)?|rejects?|blocks?|blocked|prevents?|avoid|wrong|before)$/i;
const piece =
  /`[^`\n]{2,50}`|\*\*[^*\n]{2,50}\*\*|["“][^"“”\n]{2,40}["”]|[\p{L}\p{N}_][\p{L}\p{N}_'’-]*|[^\s\p{L}\p{N}_]/gu;

/**
 * Reads "`A` transitions to `B`", "From `A`, … transitions to `B`", "moves from A to B" out of a text.
 * `known`: states named elsewhere in the document; `about`: the words around speak of states.
 */
export function readSentences(text: string, known: ReadonlySet<string>, about: boolean): SentenceStep[] {
  const steps: SentenceStep[] = [];
  const sentences = text.split(/(?<=[.;!?。；])\s+(?=[\p{Lu}`*])/u);
  for (const [place, sentence] of sentences.entries()) {
    if (!verbs.test(sentence)) continue;
    const speaks = about || /\b(?:states?|status)\b/i.test(sentence);
    if (!speaks && known.size === 0 && !/_[A-Z]|`/.test(sentence)) continue;
    const tokens = tokenize(sentence, known, speaks);
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'verb') continue;
      for (const step of stepsAt(tokens, index, () => subjectBefore(sentences, place, known, about))) {
        const why = reason(sentence);
        steps.push(why === undefined ? step : { ...step, trigger: why });
      }
    }
  }
  return steps;
}

/** The state the nearest sentence before is about: "`A` does this. On success: transitions to `B`". */
function subjectBefore(
  sentences: readonly string[],
  place: number,
  known: ReadonlySet<string>,
  about: boolean,
): readonly string[] {
  for (let before = place - 1; before >= 0; before -= 1) {
    const sentence = sentences[before] ?? '';
    if (!carries.test(sentence)) continue;
    const subject = leadOf(tokenize(sentence, known, about || /\b(?:states?|status)\b/i.test(sentence)));
    if (subject.length > 0) return subject;
  }
  return [];
}

/** The steps of one verb: its targets, and the sources after it, right before it, introduced before it, or carried from the sentence before. */
function stepsAt(tokens: readonly Token[], at: number, carried: () => readonly string[]): SentenceStep[] {
  const loose = /^transition/i.test(tokens[at]?.text ?? '');
  let next = skip(tokens, at + 1, manner);
  let sources: readonly Token[] = [];
  let explicit = false;
  if (/^from$/i.test(tokens[next]?.text ?? '')) {
    sources = listAt(tokens, skip(tokens, next + 1, manner), true);
    if (sources.length === 0) return [];
    explicit = true;
    next = skip(tokens, tokens.indexOf(sources.at(-1) as Token) + 1, manner);
  }
  if (!/^(?:to|into)$/i.test(tokens[next]?.text ?? '')) return [];
  const targets = listAt(tokens, skip(tokens, next + 1, manner), explicit);
  if (targets.length === 0) return [];
  if (isNegated(tokens, at)) return [];
  const end = tokens.indexOf(targets.at(-1) as Token);
  if (!explicit) {
    const after = skip(tokens, end + 1, /^(?:state|status|originating|coming|directly|either)$/i);
    if (/^from$/i.test(tokens[after]?.text ?? '')) sources = alternativesFrom(tokens, after + 1);
  }
  if (sources.length === 0) sources = listBefore(tokens, at);
  if (sources.length === 0) sources = placedBefore(tokens, at);
  const from =
    sources.length > 0
      ? sources.map((source) => source.state ?? '')
      : leadOf(tokens).length > 0
        ? leadOf(tokens)
        : carried();
  const sure = [...sources, ...targets].every((token) => token.sure || token.state === '*');
  if (from.length === 0 || (!loose && !explicit && !sure) || targets.some((token) => !token.sure && !explicit))
    return [];
  const steps = from.flatMap((one) => targets.map((target) => ({ from: one, to: target.state ?? '' })));
  const onward = /^before$/i.test(tokens[end + 1]?.text ?? '')
    ? listAt(tokens, skip(tokens, end + 2, /^(?:entering|reaching|the)$/i), false)
    : [];
  for (const further of onward)
    for (const target of targets) steps.push({ from: target.state ?? '', to: further.state ?? '' });
  return steps.filter((step) => step.from !== step.to && step.to !== '*');
}

function tokenize(sentence: string, known: ReadonlySet<string>, about: boolean): Token[] {
  const raw = [...sentence.matchAll(piece)];
  const tokens: Token[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    const text = raw[index]?.[0] ?? '';
    const at = raw[index]?.index ?? 0;
    const wild = /^(?:any|all|every)$/i.test(text)
      ? /^(?:any|all|every)(?:\s+[a-z-]+){0,3}?\s+states?\b/i.exec(sentence.slice(at))
      : null;
    if (wild) {
      tokens.push({ text: wild[0], at, kind: 'name', state: '*', sure: true });
      while ((raw[index + 1]?.index ?? Number.POSITIVE_INFINITY) < at + wild[0].length) index += 1;
      continue;
    }
    if (/^[`*"“]./.test(text)) {
      const state = stateName(text);
      const sure =
        state !== undefined &&
        (known.has(state) ||
          (isScreaming(state) && (about || state.includes('_'))) ||
          (about && text.startsWith('`') && isStative(state)));
      const kind = sure ? 'name' : about && state !== undefined && isStative(state) ? 'plain' : 'word';
      tokens.push(
        state === undefined || kind === 'word' ? { text, at, kind: 'word' } : { text, at, kind, state, sure },
      );
      continue;
    }
    if (verb.test(text)) {
      tokens.push({ text, at, kind: 'verb' });
      continue;
    }
    let taken = 0;
    for (let words = 4; words >= 1 && taken === 0; words -= 1) {
      const phrase = raw
        .slice(index, index + words)
        .map((match) => match[0])
        .join(' ');
      if (known.has(phrase)) {
        tokens.push({ text: phrase, at, kind: 'name', state: phrase, sure: true });
        taken = words;
      }
    }
    if (taken > 0) index += taken - 1;
    else if (isScreaming(text) && text.length > 2 && (text.includes('_') || (about && isStative(text))))
      tokens.push({ text, at, kind: 'name', state: text, sure: true });
    else if (about && /^\p{L}\p{Ll}/u.test(text) && isStative(text) && index > 0)
      tokens.push({ text, at, kind: 'plain', state: text, sure: false });
    else tokens.push({ text, at, kind: /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark' });
  }
  return tokens;
}

function skip(tokens: readonly Token[], from: number, words: RegExp): number {
  let at = from;
  while (at < tokens.length && tokens[at]?.kind === 'word' && words.test(tokens[at]?.text ?? '')) at += 1;
  return at;
}

/** Names standing one after the other, joined by commas, slashes, "and", "or". */
function listAt(tokens: readonly Token[], from: number, plain: boolean): Token[] {
  const found: Token[] = [];
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token || !(token.kind === 'name' || (plain && token.kind === 'plain'))) break;
    found.push(token);
    let next = skip(tokens, at + 1, /^states?$/i);
    if (!joins.test(tokens[next]?.text ?? '')) break;
    while (joins.test(tokens[next]?.text ?? '')) next += 1;
    at = next;
  }
  return found;
}

/** "from `A` (…) or from `B`": further sources after words in brackets. */
function alternativesFrom(tokens: readonly Token[], from: number): Token[] {
  const found = listAt(tokens, skip(tokens, from, manner), false);
  if (found.length === 0) return [];
  for (let at = tokens.indexOf(found.at(-1) as Token) + 1; at + 2 < tokens.length; at += 1) {
    if (/^or$/i.test(tokens[at]?.text ?? '') && /^from$/i.test(tokens[at + 1]?.text ?? ''))
      found.push(...listAt(tokens, skip(tokens, at + 2, manner), false));
  }
  return found;
}

/** Names right before a verb, with nothing but modal words between. */
function listBefore(tokens: readonly Token[], at: number): Token[] {
  let end = at - 1;
  while (end >= 0 && modal.test(tokens[end]?.text ?? '') && tokens[end]?.kind !== 'name') end -= 1;
  const found: Token[] = [];
  while (end >= 0 && tokens[end]?.kind === 'name') {
    found.unshift(tokens[end] as Token);
    if (!joins.test(tokens[end - 1]?.text ?? '')) break;
    end -= 2;
    while (end >= 0 && joins.test(tokens[end]?.text ?? '')) end -= 1;
  }
  return found;
}

/** The last names before a verb that "from", "in" or "while in" introduces. */
function placedBefore(tokens: readonly Token[], at: number): Token[] {
  for (let index = at - 1; index >= 0; index -= 1) {
    if (!place.test(tokens[index]?.text ?? '')) continue;
    const found = listAt(tokens, skip(tokens, index + 1, /^(?:the|a|an|in|state|status)$/i), false);
    if (found.length > 0) return found;
  }
  return [];
}

/** The state a sentence is about: it starts with it. */
function leadOf(tokens: readonly Token[]): string[] {
  const from = skip(tokens, 0, /^(?:from|in|while|when|once|the|a|an)$/i);
  return listAt(tokens, from, false)
    .filter((token) => token.state !== '*' || from > 0)
    .map((token) => token.state ?? '');
}

function isNegated(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some((token) => negated.test(token.text));
}

function reason(sentence: string): string | undefined {
  if (/\botherwise\b/i.test(sentence)) return undefined;
  const match = /(?:^|[\s,;:(])((?:if|when|once|after|upon|unless|on)\s[^,;:.()]{3,120})/i.exec(sentence);
  return match?.[1]?.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();
}
