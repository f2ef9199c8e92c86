import { parseId } from './id-grammar.ts';
import { foreignWords, isRequirementWord, recordWords, topicWords, unlikelyWords } from './id-words.ts';

/**
 * What an id's letters say it is. `requirement`: the letters say so. `foreign`: they say it is something else, always.
 * `unlikely`: mostly something else (a test, a risk, a decision, one letter); only clear structure makes it a requirement.
 * `unknown`: they say nothing.
 */
export type Family = 'requirement' | 'foreign' | 'unlikely' | 'unknown';

/** Judges an id's family by its words: the first word that says anything decides. */
export function familyOf(id: string): Family {
  const parsed = parseId(id);
  if (!parsed) return 'unknown';
  if (id.includes('~')) return foreignWords.has(parsed.words[0] ?? '') ? 'foreign' : 'requirement';
  const said = /^V\d{1,2}$/.test(parsed.words[0] ?? '') ? parsed.words.slice(1) : parsed.words;
  if (said.length === 1 && said[0] === 'T' && parsed.digits.length >= 3) return 'foreign';
  for (const [index, word] of said.entries()) {
    if (isRequirementWord(word)) return 'requirement';
    if (foreignWords.has(word) && (index === 0 || recordWords.has(word))) return 'foreign';
    if (
      unlikelyWords.has(word) &&
      (index === 0 || (word.length > 2 && !topicWords.has(word) && said.length - 1 === index))
    ) {
      return said.slice(index + 1).some((later) => isRequirementWord(later)) && word.length === 1
        ? 'requirement'
        : 'unlikely';
    }
  }
  return 'unknown';
}

/** True when the first word of an id names what requirements can be about, as tasks or events of a planner. */
export function hasTopicWord(id: string): boolean {
  return topicWords.has(parseId(id)?.words[0] ?? '');
}
