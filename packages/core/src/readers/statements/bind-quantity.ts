import type { Quantity } from '../../quantity/read-quantities.ts';
import { isIdentifier } from '../../words/label-words.ts';
import { singular } from '../../words/singular.ts';
import { attributeNouns, attributeOfNoun, attributeOfVerb } from './attribute-words.ts';
import { contentWords, phraseBefore } from './noun-phrase.ts';

/** What a number is about. */
export interface Binding {
  readonly subject: readonly string[];
  readonly attribute: string;
  readonly by: 'identifier' | 'name' | 'verb' | 'words';
  /** What is counted, when the number has no unit of its own. */
  readonly counted?: string;
}

const rightNoun = new RegExp(String.raw`^[\s-]*((?:[A-Za-z][\w-]*\s+){0,3}?)(${attributeNouns})s?\b`, 'i');
const joins =
  /\b(?:of|for|in|on|with|to|is|are|and|or|the|a|an|after|before|per|at|by|from|that|which|when|until|as|but|so|if)\b/i;
const colonEnd =
  /^(.*?)\s*(?::|=|→|->|=>|\bis|\bare|\bof|\bmust be|\bshall be|\bshould be|\b(?:is )?set to|\bstays|\bremains)\s*$/i;
const parenEnd = /^(.*)\(\s*(?:[\w-]+\s*[:=]\s*)?$/;
const verbEnd =
  /^(.*?)\s+(?:(?:that|which|who)\s+)?(?:(?:must|shall|should|may|can|will|has to|have to|needs? to|is|are|does|do|not|never|only|also)\s+){0,4}(live|lives|last|lasts|expires?|valid|(?:remain|stay)s? valid|kept|retained|stored|preserved|archived|comes?|arrives?|completes?|finish(?:es)?|responds?|recovers?|times? out|have|has|contains?|holds?|be|weighs?)(?:\s+(?:for|in|after))?\s*$/i;

/** `One seed may weigh 25 g`: what is said of one is not said of all. */
const oneOfMany = /\b(?:one|some|another|other|few|certain)\s+(?:[\w-]+\s+)?[\w-]+\s*$/i;

/** Finds the thing a quantity is bound to, by the words right around it. Undefined: only a guess could tell. */
export function bindQuantity(quantity: Quantity, lead: string, after: string, earlier?: Binding): Binding | undefined {
  return (
    byIdentifier(quantity, lead) ??
    byNounBehind(quantity, lead, after) ??
    byLabel(lead) ??
    byVerb(quantity, lead, after) ??
    byOf(quantity, lead, after) ??
    byEllipsis(quantity, lead, earlier)
  );
}

/** A sentence that begins with a label for the same kind of limit is about what the label names: `Escalation timeout: … a timeout of 3600s`. */
export function labelled(binding: Binding, sentence: string): Binding {
  const label = /^(?:\*\*)?([A-Z][\w ]{2,40}?)(?:\*\*)?\s*:/.exec(sentence)?.[1];
  const words = label === undefined ? [] : contentWords(label);
  if (binding.by !== 'name' || words.length < 2 || attributeOfNoun(words.at(-1) ?? '') !== binding.attribute)
    return binding;
  return { ...binding, subject: words.slice(0, -1) };
}

/** `\`trial.max_recounts\` (3)`, `MAX_RETRIES = 5`. */
function byIdentifier(quantity: Quantity, lead: string): Binding | undefined {
  const match = /`([^`\s]+)`\s*(?:\((?:default\s*)?|=|:|→|is|defaults? to|is set to|set to)?\s*$/.exec(lead);
  const name = match?.[1];
  if (!name || !/[._]/.test(name) || !isIdentifier(name) || /[/()]|\.(?:md|ts|js|py|sql|json|ya?ml)$/.test(name))
    return undefined;
  if (/^[A-Z][A-Z0-9_]*$/.test(name) && quantity.low >= 100 && quantity.low < 600) return undefined;
  return /`\s*$/.test(match?.[0] ?? '') ? undefined : { subject: [name], attribute: 'value', by: 'identifier' };
}

/** `300s grace window`, `an 1800s escalation timeout`. */
function byNounBehind(quantity: Quantity, lead: string, after: string): Binding | undefined {
  const match = rightNoun.exec(after.replace(/^`/, ''));
  const attribute = match?.[2] === undefined ? undefined : attributeOfNoun(match[2]);
  if (!attribute || joins.test(match?.[1] ?? '') || quantity.unit === undefined) return undefined;
  const subject = contentWords(match?.[1] ?? '');
  if (subject.length > 0) return { subject, attribute, by: 'name' };
  const owner = /^(.*?)\s+(?:has|have|had|with|uses?|gets?)\s+an?\s*$/i.exec(lead)?.[1];
  const words = owner === undefined ? [] : phraseBefore(owner);
  return words.length > 0 ? { subject: words, attribute, by: 'name' } : undefined;
}

/** `Grace window = 300s`, `a confirmation timeout (default 3600s)`. */
function byLabel(lead: string): Binding | undefined {
  const said = colonEnd.exec(lead)?.[1] ?? parenEnd.exec(lead)?.[1];
  if (said === undefined) return undefined;
  const words = phraseBefore(said.replace(/\s*\([^)]*\)\s*$/, ''));
  const attribute = attributeOfNoun(words.at(-1) ?? '');
  if (!attribute || words.length < 2) return undefined;
  return { subject: words.slice(0, -1), attribute, by: 'name' };
}

/** `An access token lives for 900 seconds`, `A tray picture may have up to 12 MB`. */
function byVerb(quantity: Quantity, lead: string, after: string): Binding | undefined {
  const match = verbEnd.exec(lead.trimEnd());
  const attribute = match?.[2] === undefined ? undefined : attributeOfVerb(match[2]);
  if (!match || !attribute) return undefined;
  const subject = phraseBefore(match[1] ?? '');
  if (subject.length === 0 || oneOfMany.test(match[1] ?? '')) return undefined;
  if (attribute !== 'size')
    return quantity.unit === 's' || quantity.unit === 'month' ? { subject, attribute, by: 'verb' } : undefined;
  if (quantity.unit === 'byte') return { subject, attribute: 'size', by: 'verb' };
  const counted = quantity.unit === undefined ? countedBehind(after) : undefined;
  return counted && quantity.low !== quantity.high ? { subject, attribute: 'number', by: 'verb', counted } : undefined;
}

/** `pictures of up to 8 MB`, `a sample of 50 to 400 seeds`, `a password of at least 12 characters`. */
function byOf(quantity: Quantity, lead: string, after: string): Binding | undefined {
  const said = /^(.*)\s+(?:of|with)$/i.exec(lead.trimEnd())?.[1];
  const subject = said === undefined ? [] : phraseBefore(said);
  if (subject.length === 0) return undefined;
  if (quantity.unit === 'byte') return { subject, attribute: 'size', by: 'verb' };
  const counted = quantity.unit === undefined ? countedBehind(after) : undefined;
  if (!counted) return undefined;
  return quantity.low !== quantity.high || /character|digit|letter/.test(counted)
    ? { subject, attribute: 'number', by: 'verb', counted }
    : undefined;
}

/** `…, refresh tokens for 30 days`, behind `Access tokens live for 60 minutes`. */
function byEllipsis(quantity: Quantity, lead: string, earlier: Binding | undefined): Binding | undefined {
  const said = /(?:,|;|\band)\s+([^,;]*?)\s+for$/i.exec(lead.trimEnd())?.[1];
  if (said === undefined || quantity.unit === undefined || earlier?.attribute !== 'lifetime') return undefined;
  const subject = phraseBefore(said);
  return subject.length > 0 ? { subject, attribute: 'lifetime', by: 'verb' } : undefined;
}

/** The noun right behind a number, singular: what it counts. */
export function countedBehind(after: string): string | undefined {
  const word = /^\s+([a-z][a-z-]{2,})(?![\w-])/.exec(after)?.[1];
  return word === undefined || joins.test(word) ? undefined : singular(word);
}
