import type { NodeAttributes } from '@iama/model';

export type Bound = NodeAttributes['statement']['bound'];

const most =
  /(?:\bup to|\bat (?:the )?most|\bmax(?:imum)?\.?(?: of)?|\b(?:no|not|never) more than|\bno longer than|\bnot exceed(?:ing)?|\bless than|\bfewer than|\bunder|\bbelow|\bwithin|<=|≤|<|\blimited to|\bcapped at|\bnever exceeds?)\s*[`(]?\s*$/i;
const least =
  /(?:\bat least|\bmin(?:imum)?\.?(?: of)?|\bno (?:less|fewer) than|\bnot less than|>=|≥|>|\bmore than|\babove|\bover|\bexceed(?:s|ing)?)\s*[`(]?\s*$/i;
const byDefault = /\bdefaults?(?:\s+(?:to|of|is|value))?\s*[:=]?\s*`?\s*$/i;

/** Which bound the words before and after a number make it, and the words before without them. */
export function boundOf(before: string, after: string): { bound: Bound; lead: string } {
  for (const [pattern, bound] of [
    [most, 'most'],
    [least, 'least'],
    [byDefault, 'default'],
  ] as const) {
    const match = pattern.exec(before);
    if (match) return { bound, lead: before.slice(0, match.index).trimEnd() };
  }
  const lead = before.replace(/[`\s]+$/, '');
  if (/^[`\s]*(?:\w+\s+)?(?:at (?:the )?most|or (?:less|fewer)|max(?:imum)?\b)/i.test(after))
    return { bound: 'most', lead };
  if (/^[`\s]*(?:\w+\s+)?(?:at least|or more|min(?:imum)?\b)/i.test(after)) return { bound: 'least', lead };
  if (/^[`\s]*(?:\(|by )?default\b/i.test(after)) return { bound: 'default', lead };
  return { bound: 'exact', lead };
}

/** True when the words right before a number say that it is not the value, or no longer. */
export function isNegated(before: string): boolean {
  return /(?:\b(?:not|no longer|instead of|rather than|isn['’]t|was|were|previously|formerly|used to be|from|except|unlike|versus|vs\.?)|≠|!=)\s*[`(]?\s*$/i.test(
    before,
  );
}

/** True when a sentence says that it is an example, or supposes something. */
export function isExampleSentence(text: string): boolean {
  return (
    /^\W*(?:for (?:example|instance)|e\.g|examples?\b|suppose|imagine|assume|say,|note:? example|例如)/i.test(text) ||
    /\b(?:would|had been)\b/i.test(text)
  );
}

/** True when a clause supposes, estimates or gives an example. */
export function isLoose(clause: string): boolean {
  return /\b(?:would|might|could|e\.g|for example|for instance|such as|example|approx(?:imately)?|roughly|around|about|estimated?|typical(?:ly)?|usually|observed|suggested|expected|assum\w+|worst[- ]case|average|median|p\d\d|target|wrong|incorrect|old|previous(?:ly)?|formerly|deprecated|historical(?:ly)?)\b|~|≈|❌/i.test(
    clause,
  );
}
