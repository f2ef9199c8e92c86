import { plainText } from './plain-text.ts';

const words = `must[- ]haves?|should[- ]haves?|could[- ]haves?|won'?t[- ]haves?|nice[- ]to[- ]haves?|must|should|could|won['’]?t|would|shall
  |very high|very low|highest|lowest|high|medium|mid|med|low|critical|blocker|major|minor|normal|trivial|urgent|essential|mandatory|required
  |desirable|desired|optional|conditional|important|core|mvp|h|m|l
  |最高|最低|很高|极高|高|中|低|中高|中低|必须|必須|应该|應該|可以|可选|可選|核心|重要|一般|次要|紧急|緊急|必要|推奨|任意
  |높음|중간|보통|낮음|필수|권장|선택|상|중|하|высокий|средний|низкий|критический|обязательно|hoch|mittel|niedrig|muss|soll|kann
  |haute|moyenne|basse|élevée|faible|alta|media|baja|média|baixa|essencial|importante|desejável|obligatorio|opcional|hoog|laag|wysoki|średni|niski
  |cao|trung bình|thấp|tinggi|sedang|rendah|yüksek|orta|düşük`;
const wordPattern = new RegExp(`^(?:${words.replace(/\s*\n\s*/g, '')})(?![\\p{L}])`, 'iu');
const symbols = /\p{So}|\p{Sk}|\uFE0F|\u200D/gu;
const levelPattern = /^P\s?-?([0-5])(?![\d.])/i;
const numberPattern = /^(?:[1-9]|10)(?=$|[\s(/–—-])/;

/**
 * A priority as said: `P0` whatever stands behind it, else the word that says it (`High`, `Must`, `高`), else the whole
 * short value. Undefined when nothing is said (`-`, `TBD`, a template's placeholder).
 */
export function readPriority(value: string): string | undefined {
  const bare = plainText(value)
    .replace(symbols, '')
    .replace(/^[\s★☆:：([（【]+/u, '')
    .replace(/[\s)\]）】.;,。；，]+$/u, '');
  if (bare === '' || /^(?:-|–|—|tbd|tba|n\/a|none|todo|\?+|\[.*|<.*|\{.*|.*\s\|\s.*|待定|未定)$/i.test(bare))
    return undefined;
  const level = levelPattern.exec(bare);
  if (level?.[1]) return `P${level[1]}`;
  const word = wordPattern.exec(bare)?.[0];
  if (word) return word;
  const inner = /[(（](P[0-5])[)）]/i.exec(bare)?.[1];
  if (inner) return inner.toUpperCase();
  const number = numberPattern.exec(bare)?.[0];
  if (number) return number;
  return bare.length <= 24 ? bare : undefined;
}

/** A priority that a bracket behind an id says (`(P0)`, `[Must]`, `(Priority: High)`); undefined for any other words. */
export function priorityOfTag(tag: string): string | undefined {
  const said = /^(?:priority|prio|优先级|優先級|优先度|優先度)\s*[:：]?\s*(.+)$/iu.exec(tag)?.[1];
  if (said) return readPriority(said);
  const bare = plainText(tag).trim();
  const level = /^P([0-5])$/i.exec(bare);
  if (level?.[1]) return `P${level[1]}`;
  return wordPattern.exec(bare)?.[0] === bare && bare.length > 1 && !/^(?:core|mvp|required)$/i.test(bare)
    ? bare
    : undefined;
}

/** A priority a heading gives to everything below it: `P0 — Must have`, `Must Have`, `High Priority`, `Should (P1)`. */
export function priorityOfHeading(heading: string): string | undefined {
  const bare = plainText(heading)
    .replace(symbols, '')
    .replace(/^[\s\d.]+/, '')
    .trim();
  const level = /^P([0-5])(?![\d.\p{L}])/iu.exec(bare) ?? /[(（[]P([0-5])[)）\]]\s*$/i.exec(bare);
  if (level?.[1]) return `P${level[1]}`;
  const moscow = /^(must|should|could|won['’]?t)[- ]haves?(?![\p{L}])/iu.exec(bare);
  if (moscow) return moscow[0];
  const rated = /^(critical|high|medium|low)[- ]priority(?![\p{L}])/iu.exec(bare);
  return rated?.[1];
}
