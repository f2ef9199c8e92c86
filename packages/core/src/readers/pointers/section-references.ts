/** `Section 5.1`, `§6.3`, `Sections 2 to 5`, with the words around it that say of which document and about what. */
export interface SectionReference {
  readonly from: number;
  readonly to: number;
  readonly sections: readonly string[];
  readonly document?: string;
  readonly topic?: string;
  /** A name stands right before it that no document may bear, or it is a heading of its own: `**Section 5.4 (Design)**`. */
  readonly foreign: boolean;
}

const number = String.raw`(?:\d{1,3}(?:\.\d{1,3})*[A-Z]?|[A-Z](?:\.\d{1,3})+)(?![\w-]|\.\d)`;
const pattern = new RegExp(
  String.raw`(?:(?<![\w.])(?:sections?|secs?\.|chapters?)\s+|(?:§§?|禮(?=\d))\s*|第\s*)(${number})` +
    String.raw`(?:(?:\s*[-–—]\s*|\s+(?:to|through)\s+)(?:§\s*)?(${number}))?(?:\s*[节節章])?`,
  'gi',
);
const appendix = /(?<![\w.])(?:appendix|annex)\s+([A-Z])(?![\w-])/g;
const documentWords =
  'contract|schema|guide|design|system|spec|specification|requirements?|architecture|workflow|handbook|wireframes?|plan|readme|prd|adr|ux|api|db|standard|policy';
const documentWord = new RegExp(String.raw`\b(?:${documentWords})\b`, 'i');
const nameToken = new RegExp(
  String.raw`^(?:[A-Z][\w./-]*|[\w./-]+\.(?:md|mdx|markdown|txt|pdf)|V?\d[\w.]*)$|^(?:${documentWords})$`,
);
const ownDocument = /^(?:\s*[([]?\s*)(?:of|in|above|below)?\s*(?:this|the present)\s+\w+|^\s*(?:above|below)\b/i;

/** Every section reference of a sentence. */
export function sectionReferences(sentence: string): SectionReference[] {
  const found: SectionReference[] = [];
  for (const match of sentence.matchAll(pattern)) {
    if (/^第/.test(match[0]) && !/[节節章]$/.test(match[0])) continue;
    const [first, last] = [match[1] ?? '', match[2]];
    found.push(around(sentence, match.index ?? 0, match[0].length, last === undefined ? [first] : [first, last]));
  }
  for (const match of sentence.matchAll(appendix)) {
    found.push(around(sentence, match.index ?? 0, match[0].length, [match[1] ?? '']));
  }
  return found;
}

function around(sentence: string, from: number, length: number, sections: readonly string[]): SectionReference {
  const before = sentence.slice(0, from);
  const after = sentence.slice(from + length);
  const own = ownDocument.test(after);
  const document = own ? undefined : (documentAfter(after) ?? documentBefore(before));
  const topic = topicAfter(after) ?? topicBefore(before);
  return {
    from,
    to: from + length,
    sections,
    foreign: !own && document === undefined && isForeign(before, after),
    ...(document === undefined ? {} : { document }),
    ...(topic === undefined ? {} : { topic }),
  };
}

/** `… of \`API_CONTRACT.md\``, `… in the API contract`. */
function documentAfter(after: string): string | undefined {
  const match =
    /^\s*(?:\([^)]*\)\s*)?(?:of|in|from)\s+(?:the\s+)?(`[^`]+`|\S+\.(?:md|mdx|markdown)\b|[^\s.,;:()`]+(?:\s+[^\s.,;:()`]+){0,4})/i.exec(
      after,
    );
  return match?.[1]?.replace(/`/g, '').trim();
}

/** `\`API_CONTRACT.md\` Section 12`, `PRD V1, §6.11`: the name right before, without a sentence mark between. */
function documentBefore(before: string): string | undefined {
  const opened = /\(\s*$/.test(before);
  const tokens = before.replace(/(?:['’]s)?,?\s*\(?\s*$/, '').split(/\s+/);
  const name: string[] = [];
  for (let at = tokens.length - 1; at >= 0 && name.length < 4; at -= 1) {
    const token = tokens[at] ?? '';
    const bare = token.replace(/^[("'`[*]+|[`"')\]*]+$/g, '');
    if (bare === '' || /[.,;:)\]|–—→=>]$/.test(token.replace(/`$/, '')) || !nameToken.test(bare)) break;
    if (at === 0 && /^[A-Z][a-z]+$/.test(bare) && !documentWord.test(bare)) break;
    name.unshift(bare);
    if (/^[("'[]/.test(token)) break;
  }
  const said = name.join(' ');
  if (!/\.\w{2,}$|[A-Z]{2}/.test(said) && !documentWord.test(said)) return undefined;
  return opened && !/\.\w{2,}$|^[A-Z_]{3,}$/.test(said) ? undefined : said;
}

function isForeign(before: string, after: string): boolean {
  const word = /(\S+)\s*\(?\s*$/.exec(before)?.[1] ?? '';
  const starts = before.trim() === '' || before.trim() === word;
  if (before.trim() === '') return /^\s*(?:[-–—:(]|\*\*)/.test(after);
  return !starts && /^[A-Z][\w()/-]*[\w)]$/.test(word) && !/^(?:See|In|Sections?|The|Per|To|From|Of)$/.test(word);
}

/** `Section 3 (Source-of-Truth Precedence)`, `Section 13, State Machine`. */
function topicAfter(after: string): string | undefined {
  const match = /^\s*(?:\(\s*([^)]{3,60})\)|,\s+([A-Z][\w-]*(?:\s[A-Z][\w-]*){0,4})(?=[.;,)]|$))/.exec(after);
  return (match?.[1] ?? match?.[2])?.trim();
}

/** `the configuration keys of Section 7`, `The three proofs of Section 15`, `Settings are listed in Section 5`. */
function topicBefore(before: string): string | undefined {
  const match =
    /([A-Za-z][\w-]*(?:\s+[\w-]+){0,4}?)\s+(?:of|(?:is|are)\s+(?:listed|defined|described|specified|given|documented)\s+in|in)\s*$/i.exec(
      before,
    );
  return match?.[1]?.trim();
}
