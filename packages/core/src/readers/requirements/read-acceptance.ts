import type { BodyField, Piece } from './read-body.ts';

const given = /^(?:given|假设|假設|假定|前提|주어진|gegeben|étant donné|dado|дано)(?![\p{L}])/iu;
const when = /^(?:when|当|當|もし|만약|wenn|quand|cuando|quando|когда|если)(?![a-z])/iu;
const then = /^(?:then|那么|那麼|则|則|ならば|그러면|dann|alors|entonces|então|тогда|то)(?![a-z])/iu;
const and = /^(?:and|but|or else|并且|並且|而且|且|かつ|그리고|und|et|y|e|и)(?![a-z])/iu;
const scenario = /^(?:scenario(?: outline)?|example|background|场景|情景|シナリオ)\s*[:：\d]/iu;
const whole = /\b(?:then|shall|must|should|will)\b|那么|則|则|应|應/iu;

export interface Criterion {
  readonly text: string;
  readonly line: number;
}

/**
 * The acceptance criteria a field says, each one text. A list gives one for each of its items, deeper items belong to
 * theirs; the steps of a Given/When/Then scenario are one.
 */
export function readCriteria(field: BodyField): Criterion[] {
  const groups: { texts: string[]; line: number }[] = [];
  let last: Piece | undefined;
  const listed = field.pieces.some((piece) => piece.kind === 'item');
  const shallowest = Math.min(...field.pieces.filter((piece) => piece.kind === 'item').map((piece) => piece.depth));
  for (const piece of field.pieces) {
    const words = piece.plain.replace(/^\[[ xX]\]\s+/, '');
    if (words === '') continue;
    const group = groups[groups.length - 1];
    if (!group || begins(piece, words, group.texts, { listed, shallowest, last })) {
      groups.push({ texts: [words], line: piece.line });
    } else group.texts.push(words);
    last = piece;
  }
  return groups
    .filter(({ texts }) => !(groups.length > 1 && texts.length === 1 && /[:：]$/.test(texts[0] ?? '') && listed))
    .flatMap(({ texts, line }) => numberedParts(texts.join(' ')).map((text) => ({ text, line })));
}

/** `(1) … (2) … (3) …` in one text: a criterion each. */
function numberedParts(text: string): string[] {
  if (!/^(?:[(（]1[)）]|①|1[)、.]\s)/.test(text)) return [text];
  const marks = [
    ...text.matchAll(/(?<=^|[\s。；;.，,])(?:[(（](\d{1,2})[)）]|([①-⑳])|(\d{1,2})[)、.](?=\s|[^\d\s]))/gu),
  ];
  const starts: number[] = [];
  for (const mark of marks) {
    const number = mark[2] ? (mark[2].codePointAt(0) as number) - 0x245f : Number(mark[1] ?? mark[3]);
    if (number === starts.length + 1) starts.push(mark.index);
  }
  if (starts.length < 2) return [text];
  return starts.map((start, index) =>
    text
      .slice(start, starts[index + 1])
      .replace(/^(?:[(（]\d+[)）]|[①-⑳]|\d+[)、.])\s*/u, '')
      .trim(),
  );
}

function begins(
  piece: Piece,
  words: string,
  group: readonly string[],
  seen: { listed: boolean; shallowest: number; last: Piece | undefined },
): boolean {
  if (group.length > 0 && scenario.test(words)) return true;
  if (scenario.test(group[0] ?? '')) return false;
  if (piece.kind === 'row') return true;
  if (piece.kind === 'code') return given.test(words) && group.some((said) => then.test(said));
  if (seen.listed && (piece.kind !== 'item' || piece.depth > seen.shallowest)) return false;
  if (isStep(words) && isStep(group[0] ?? '')) return !continues(words, group);
  if (!seen.listed) return piece.block !== seen.last?.block;
  return true;
}

function isStep(words: string): boolean {
  return given.test(words) || when.test(words) || then.test(words) || and.test(words);
}

/** A step goes on with the scenario before it, unless that one is finished or the step is a whole sentence of its own. */
function continues(words: string, group: readonly string[]): boolean {
  const finished = group.some(
    (said) => then.test(said) || (when.test(said) && whole.test(said)) || (given.test(said) && /\bthen\b/i.test(said)),
  );
  if (given.test(words)) return false;
  if (when.test(words)) return !finished && group.every((said) => given.test(said) || and.test(said));
  return true;
}
