import type { NodeAttributes } from '@iama/model';

export type ItemList = NodeAttributes['item']['list'];

const kinds: readonly (readonly [ItemList, RegExp])[] = [
  [
    'poc',
    /\bpocs?\b|\bproofs?[- ]of[- ]concepts?\b|^(?:technical |research )?spikes?\b|概念(?:验证|驗證|実証)|技術検証/i,
  ],
  [
    'test-group',
    /\btest (?:groups?|domains?|suites?|layers?|categories|areas|matrix|scopes?|packs?|types|levels)\b|\b(?:required|mandatory) test(?:s|ing)?\b|\b(?:qa|test) (?:scope|matrix|coverage)\b|测试(?:组|分组|范围|领域|类别|层)|測試(?:群組|範圍|領域|類別)|テスト(?:項目|範囲|観点)/i,
  ],
  [
    'telemetry',
    /\b(?:telemetry|analytics|tracking)\b.*\b(?:allow\w*|den(?:y|ied)|block\w*|permit\w*|prohibit\w*|forbidden|excluded?|never|must|minimi[sz]ation|events?|fields?|privacy|rules?|contract|payloads?)\b|\b(?:allowed|denied|permitted|prohibited|forbidden|excluded)\b.*\b(?:telemetry|analytics|tracking)\b|遥测|遙測|埋点|テレメトリ/i,
  ],
  [
    'deliverable',
    /\bdeliverables?\b|\bartifacts? (?:to be )?(?:delivered|checklist)\b|\bdelivery (?:checklist|artifacts?)\b|\brequired (?:outputs|artifacts)\b|交付(?:物|清单|清單|成果)|成果物|entregables?|liefergegenst|livrables?/i,
  ],
  [
    'acceptance',
    /\bacceptance\b|\brelease (?:gates?|criteria|checklist|conditions?)\b|\bdefinition of (?:done|ready)\b|\bexit criteria\b|\bentry criteria\b|\bgo[- ]?(?:live|\/ ?no[- ]?go)\b.*\b(?:criteria|checklist|gates?)\b|\bquality gates?\b|\bpre-(?:release|merge|implementation)[\w -]* checklist\b|验收|驗收|受け入れ(?:基準|条件)|发布门|criterios de aceptación|abnahmekriterien/i,
  ],
  [
    'security',
    /\bsecurity\b|\b(?:regulatory|legal|data|gdpr|hipaa) compliance\b|\bcompliance (?:requirements|rules|controls|checklist)\b|\bprivacy\b|\bdata protection\b|\bhardening\b|安全(?:要求|需求|规则|性|与|和|$)|合规|合規|隐私|隱私|セキュリティ|seguridad|sicherheit|sécurité/i,
  ],
];

const normative =
  /\b(?:must|mandatory|required|requirements?|non-?negotiables?|constraints?|rules?|guard ?rails?|invariants?|obligations?|polic(?:y|ies)|controls?|shall|stop conditions?|escalat\w+)\b|必须|必須|强制|强制性|约束|約束|规则|規則|制約/i;
/** What tells a story, and lists what is told elsewhere. */
const narrative =
  /\b(?:background|context|overview|introduction|purpose|goals?|non-goals?|objectives?|success metrics|metrics|personas?|segments?|users?|audience|stakeholders?|glossary|definitions?|terms|references?|risks?|assumptions?|open questions?|questions|timeline|roadmap|milestones?|history|changelog|revision|table of contents|contents|appendix|out of scope|in scope|scope|alternatives|examples?|how to|steps?|usage|installation|getting started|next steps|format|reading order|screens?|entities|inventory)\b|背景|概述|目标|目標|术语|術語|风险|風險/i;

/** What kind of list some words introduce; undefined when they say nothing of the sort. */
export function listKind(words: string): ItemList | undefined {
  return kinds.find(([, pattern]) => pattern.test(words))?.[0];
}

/** True when words announce that what follows binds. */
export function announcesRules(words: string): boolean {
  return normative.test(words);
}

/** True when words announce a story. */
export function announcesStory(words: string): boolean {
  return narrative.test(words);
}
