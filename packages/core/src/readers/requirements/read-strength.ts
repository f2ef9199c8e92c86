import type { Strength } from '@iama/model';

/** Words that oblige, in the order of their force. A negation stays as strong: `must not` is MUST, `should not` SHOULD. */
const force: readonly (readonly [Strength, RegExp])[] = [
  [
    'MUST',
    /\b(?:must|shall|mandatory|required to|is required|are required|ha(?:s|ve) to|needs? to|prohibited|forbidden)\b|必须|必須|须(?!要求)|須|应当|應當|不得|禁止|不可|务必|(?<![对相反供适响])应(?![该用对答变急激力收付邀])|(?<![對相反供適響])應(?![該用對答變急激力收付邀])|なければならない|なければなりません|ものとする|すること(?=[。、\s]|$)|야\s?(?:한다|합니다|함|하며|하고|된다|됩니다|할)|하여야|되어야|필수|\b(?:muss|müssen|darf nicht|dürfen nicht|ist verpflichtet|doit|doivent|devra|debe|deben|deberá|deberán|deve|devem|deverá|deverão|devono|dovrà|moet|moeten|musi|muszą|zorundadır|phải|harus|wajib|skal|ska|måste)\b|(?<!\p{L})(?:долж(?:ен|на|но|ны)|обязан|необходимо|повин(?:ен|на|но|ні))(?!\p{L})/iu,
  ],
  [
    'SHOULD',
    /\b(?:should|recommended)\b|应该|應該|宜|建议|建議|推荐|べき|推奨|望ましい|권장|\b(?:sollte|sollten|soll|sollen|devrait|devraient|debería|deberían|deveria|deveriam|dovrebbe|zou moeten|powinien|powinna|powinno|nên|sebaiknya|bör|bør)\b|(?<!\p{L})(?:следует|рекомендуется)(?!\p{L})/iu,
  ],
  [
    'MAY',
    /\b(?:may|optional|optionally)\b|可选|可選|可以|てもよい|任意|선택적|할 수 있다|\b(?:kann|können|peut|peuvent|puede|pueden|pode|podem|può|possono|kan|kunnen|może|mogą|có thể|dapat|boleh)\b|(?<!\p{L})(?:может|могут)(?!\p{L})/iu,
  ],
];

const weak =
  /\b(?:will|can|cannot|as an? [\w -]{2,60}?,? I (?:want|need|can)|is able to|allows?|supports?|provides?|ensures?|enables?|displays?|shows?|validates?|stores?|prevents?)\b|支持|提供|允许|允許|能够|能夠|可(?![能是])|需要|需(?=[\p{L}])|確保|确保|实现|實現|显示|顯示|できる|表示する|한다|합니다|(?<!\p{L})(?:позволяет|обеспечивает|поддерживает)(?!\p{L})/iu;

/** How strongly a text obliges, by its strongest word. */
export function readStrength(text: string): Strength {
  const head = text.length > 4000 ? text.slice(0, 4000) : text;
  for (const [strength, pattern] of force) if (pattern.test(head)) return strength;
  return 'NONE';
}

/** True when a text says what a system does without a word that obliges: `The system will …`, `As a user, I want …`. */
export function describesBehaviour(text: string): boolean {
  return weak.test(text.length > 400 ? text.slice(0, 400) : text);
}
