export interface Sentence {
  readonly text: string;
  /** Offset in the utterance. */
  readonly from: number;
}

const end =
  /[.!?](?=\s+["'(`*]?[\p{Lu}\p{N}`])|[.!?](?=\s*$)|[。！？；]|;(?=\s)|\n(?=\s*(?:\*\*)?[A-Z][\w ]{1,24}(?:\*\*)?\s*[:：])|\n(?=\s*[-*•])/gu;
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|approx|resp|incl|no|sec|fig|cf|ca)\.$/i;

/** Sentences and labelled lines of a text. A line that only wraps does not end one; line breaks inside become spaces. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(end)) {
    const to = (match.index ?? 0) + match[0].length;
    if (abbreviation.test(text.slice(from, to))) continue;
    push(text, from, to, found);
    from = to;
  }
  push(text, from, text.length, found);
  return found;
}

function push(text: string, from: number, to: number, found: Sentence[]): void {
  const part = text.slice(from, to).replaceAll('\n', ' ');
  const lead = part.length - part.trimStart().length;
  if (part.trim() !== '') found.push({ text: part.trim(), from: from + lead });
}
