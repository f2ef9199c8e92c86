import type { Strength } from '@iama/model';

const must =
  /\b(?:must|shall|required|mandatory|never|always|cannot|may not|is prohibited|are prohibited|forbidden|has to|have to|needs to)\b|\b(?:MUST|SHALL)\b|必须|必須|不得|禁止|应当|應當|しなければならない|してはならない|debe|muss|müssen|doit/i;
const should = /\bshould\b|\brecommended\b|应该|應該|建议|建議|べき|推奨|debería|sollte|devrait/i;
const may = /\b(?:may|optional(?:ly)?|can)\b|可以|可选|可選|してもよい/i;

/** How strongly a text binds, by its own words. */
export function strengthOf(text: string): Strength {
  if (must.test(text)) return 'MUST';
  if (should.test(text)) return 'SHOULD';
  return may.test(text) ? 'MAY' : 'NONE';
}
