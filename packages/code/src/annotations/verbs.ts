import type { Mention } from '@iama/model';

export type Verb = NonNullable<Mention['verb']>;

const implementing = 'implement(?:s|ed)?|impl|satisf(?:y|ies|ied)|fulfill?s?|reali[sz]es?|address(?:es)?';
const verifying = 'verif(?:y|ies|ied)|validates?|tests?|checks?|proves?|covers?';
const requiring = 'req(?:uirement)?s?|requires|traces?|traceability|traces?[-_ ]?to|specs?|relation|satisfied[-_]?by';
const labelRequiring = 'req(?:uirement)?s?(?: ids?)?|traces?(?: to)?|traceability';
const labelVerifying = 'verif(?:y|ies|ied)|validates|tests|covers';

/**
 * Where a claim begins. A tag may stand anywhere (`@implements`, `\req`), a label needs its colon (`Implements: …`),
 * a sentence needs its id at once (`Implements FR-1`).
 */
export const claim = new RegExp(
  [
    `(?<![\\w@\\\\])[@\\\\](?<tag>${implementing}|${verifying}|${requiring})(?![\\w-])[ \\t]*:?`,
    `(?<=^|[\\s("'*|.;,{[-])(?<label>${implementing}|${labelVerifying}|${labelRequiring})[ \\t]*\\*{0,2}:(?!:)`,
    `(?<=^|[\\s("'*])(?<sentence>implements|satisfies|fulfill?s|verifies|validates|(?<=(?:^|[.;(])\\W*)(?:covers|tests))(?=[ \\t])`,
  ].join('|'),
  'gi',
);

/** What a claim's word says. In a test, naming a requirement means verifying it. */
export function verbOf(word: string, test: boolean): Verb {
  const lower = word.toLowerCase();
  if (new RegExp(`^(?:${implementing})$`).test(lower)) return 'implements';
  if (lower.startsWith('cover')) return test ? 'verifies' : 'requires';
  if (new RegExp(`^(?:${verifying})$`).test(lower)) return 'verifies';
  return test ? 'verifies' : 'requires';
}

const artifact: Readonly<Record<string, Verb>> = {
  impl: 'implements',
  utest: 'verifies',
  itest: 'verifies',
  stest: 'verifies',
  test: 'verifies',
};

/** `[impl->req~<name>~1]`, `[utest->dsn~<name>~1,…]`: coverage tags of OpenFastTrace. */
export const coverageTag =
  /\[\s*(?<artifact>[a-z]+)(?:~[\w.-]*~\d*)?\s*->\s*(?<ids>[A-Za-z]+~[\w.-]+~\d+(?:\s*,\s*[A-Za-z]+~[\w.-]+~\d+)*)/g;

/** `r[impl <rule>]`, `r[verify <rule>]`: references of tracey. */
export const ruleReference = /\b[a-z]{1,12}\[(?<word>impl|verify|depends|related)\s+(?<ids>[\w.-]+\w(?:\+\d+)?)\]/g;

export function verbOfArtifact(word: string, test: boolean): Verb {
  return artifact[word] ?? (word === 'verify' || test ? 'verifies' : 'requires');
}

/** Names of standards and formats are shaped like ids, but code that implements one claims no requirement. */
export const standard =
  /^(?:RFC|ISO|IEC|IEEE|ECMA|ES|ANSI|NIST|FIPS|ITU|UTF|UCS|SHA|MD|AES|RSA|HMAC|HTTPS?|TLS|SSL|CVE|CWE|GHSA|PEP|JSR|BASE|CRC|IPV|UUIDV?|X)[-_.]?\d/i;
