import { singular } from '../../words/singular.ts';

export interface CountPhrase {
  readonly from: number;
  readonly to: number;
  readonly number: number;
  readonly adjectives: readonly string[];
  readonly noun: string;
}

const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const pattern = new RegExp(
  String.raw`(?<![\w.,:#§/$?�-])(${words.slice(2).join('|')}|\d{1,3})\s+((?:[A-Za-z][\w-]*\s+){0,3}?)(\`?[a-z][a-z-]+s\`?|[A-Z][A-Za-z]*s)(?![\w-])`,
  'gi',
);
const vague =
  /(?:\b(?:at least|at most|up to|more than|less than|fewer than|over|under|about|around|nearly|almost|roughly|approximately|other|another|further|additional|more|any|every|first|last|next|top|past|previous|or|than|within|after|before|for|of the|between|every|in|by)|[~≈<>+≥≤])\s*$/i;
const notCounted =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?|attempts?|retries|bytes?|tokens?|characters?|chars|percent|points?|dollars?|pixels?|requests?|users?|people|members?|replicas?|pods?|jobs?|lines?|workers?|threads?|calls?|iterations?|copies|seats?|files?|rows?|units?|cores?|nodes?|instances?|machines?|kinds?|ways?|cases|bits?|digits?|decimals?|words|spaces|others|is|has|was|does|as|this|its|vs|plus|less)$/i;
const joins =
  /\b(?:of|for|in|on|with|to|is|are|and|or|the|a|an|after|before|per|at|by|from|that|which|when|as|but|if|not|than|was|were|has|have)\b/i;

/** `nine states`, `19 core tables`, `10 functional requirements`: what a text counts and could be counted after. */
export function countPhrases(text: string): CountPhrase[] {
  const found: CountPhrase[] = [];
  for (const match of text.matchAll(pattern)) {
    const [all, said = '', between = '', noun = ''] = match;
    const from = match.index ?? 0;
    const number = /^\d/.test(said) ? Number(said) : words.indexOf(said.toLowerCase());
    const bare = noun.replaceAll('`', '');
    if (number < 2 || joins.test(between) || notCounted.test(bare) || isName(text, from)) continue;
    found.push({
      from,
      to: from + all.length,
      number,
      adjectives: between
        .trim()
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => word.toLowerCase()),
      noun: singular(bare),
    });
  }
  return found;
}

/** True when the words before make the count one of many, or a guess. */
export function isVague(before: string): boolean {
  return vague.test(before);
}

/** True when a text says a number in digits or words. */
export function saysNumber(text: string): boolean {
  return new RegExp(String.raw`\d|\b(?:${words.slice(2).join('|')}|once|twice)\b`, 'i').test(text);
}

/** `Section 5`, `GAMP 5 categories`, `CFR Part 11 records`: the number belongs to the name before it. */
function isName(text: string, from: number): boolean {
  if (/(?<=\S\s)(?:[A-Z]{2,}[\w-]*|[A-Z][a-z]+)\s+$/.test(text.slice(0, from)) && /\d/.test(text[from] ?? ''))
    return true;
  return /(?:\b(?:section|phase|step|part|version|v|chapter|round|top|tier|level|layer|adr|sprint|option|day|week|page|line|http|python|vue|angular|java|node)\s*)$/i.test(
    text.slice(0, from),
  );
}
