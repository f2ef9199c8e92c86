import { damages } from '../../words/damaged.ts';

export interface PassageTokens {
  readonly numbers: string[];
  readonly names: string[];
  readonly strengths: string[];
  readonly damaged: boolean;
}

const number =
  /(?<![\p{L}\p{N}_.#§/:-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?([KkM](?![A-Za-z]))?(?![\w]*[-_]\w|\d|:\d|\.\d|-\d)/gu;
const strength = /\b(MUST(?: NOT)?|SHALL(?: NOT)?|SHOULD(?: NOT)?|MAY|REQUIRED|RECOMMENDED|OPTIONAL)\b/g;

/** The numbers, code spans, identifiers and words of obligation of a text, each once, sorted. */
export function passageTokens(text: string): PassageTokens {
  const plain = text.replace(/^\s*(?:\d+[A-Z]?[.)]|[-*+])\s+/gm, '').replace(/\]\([^)]*\)/g, ']');
  const spans = [...plain.matchAll(/`([^`\n]+)`/g)].map((match) => (match[1] ?? '').trim());
  const bare = plain.replace(/`[^`\n]+`/g, (span) =>
    /^`[\d\s<>=%.,KkM]+[a-z]{0,3}`$/.test(span) ? ` ${span.slice(1, -1)} ` : ' ',
  );
  const identifiers = [...bare.matchAll(/(?<![\w-])[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)+(?![\w-])/g)].map(([name]) => name);
  const names = [...spans.filter((span) => /[A-Za-z]{3}/.test(span)), ...identifiers];
  return {
    numbers: unique([...bare.matchAll(number)].map(([, digits = '', rest = '', scale]) => scaled(digits, rest, scale))),
    names: unique(names),
    strengths: unique([...bare.matchAll(strength)].map(([word]) => word)),
    damaged: damages(text) > 2,
  };
}

function scaled(digits: string, rest: string, scale: string | undefined): string {
  const value = Number(`${digits.replaceAll(',', '')}${rest}`);
  return String(value * (scale === undefined ? 1 : scale === 'M' ? 1_000_000 : 1000));
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
