const numbered =
  /^(?:§\s*|section\s+|chapter\s+|part\s+|第\s*)?((?:\d+|[A-Z])(?:\.\d+)*[A-Z]?)(?:[.)、:：]\s*|\s*[章节節]\s*|\s+)(?=\S)/i;
const appendix = /^(?:appendix|annex|附录|附錄)\s+([A-Z]|\d+)\b[.:\s–—-]*/i;

/**
 * Splits a heading into its number and its words: `9.1 Identity` → `9.1`, `Identity`; `7A. Retries` → `7A`, `Retries`.
 * A single letter counts only with digits after it (`A.2`), so that `A note` keeps its words; `Appendix B: x` → `B`.
 */
export function splitSectionNumber(heading: string): { number?: string; title: string } {
  const extra = appendix.exec(heading);
  if (extra?.[1]) return { number: extra[1].toUpperCase(), title: heading.slice(extra[0].length).trim() || heading };
  const match = numbered.exec(heading);
  const number = match?.[1];
  if (!match || !number || !/\d/.test(number)) return { title: heading };
  return { number, title: heading.slice(match[0].length).trim() };
}
