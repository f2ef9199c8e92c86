import type { Strength } from '@iama/model';

/** How binding a sentence is, by its words. */
export function strengthOf(text: string): Strength {
  if (/\b(?:MUST|must|SHALL|shall|required)\b|必须|必須/.test(text)) return 'MUST';
  if (/\b(?:SHOULD|should|recommended)\b|应当|應當/.test(text)) return 'SHOULD';
  return /\bMAY\b|\bmay\b|可以/.test(text) ? 'MAY' : 'NONE';
}
