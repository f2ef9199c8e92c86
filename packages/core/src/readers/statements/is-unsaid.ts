import type { Document, Section } from '../../document/document.ts';
import type { Utterance } from '../../document/utterances.ts';
import { isExample } from '../db-schema/is-example.ts';

const past =
  /\b(?:resolved|resolutions?|change ?log|history|release notes?|what['’]?s new|alternatives?|rejected|considered|options evaluated|hallucination|anti-?patterns?|mismatch(?:es)?|open questions?|benchmarks?|experiments?|results?)\b|已解决|已解決|变更|變更/i;

/** True when a text only quotes, tells what was, or shows how not to. */
export function isUnsaid(document: Document, utterance: Utterance): boolean {
  for (let section: Section | undefined = utterance.section; section; section = section.parent)
    if (past.test(section.title)) return true;
  if (/^\W*(?:wrong|incorrect|bad|don['’]t|resolved|conflict|before|old)\b|❌|~~/i.test(utterance.text)) return true;
  return utterance.kind === 'code' && isExample(document, utterance.block);
}
