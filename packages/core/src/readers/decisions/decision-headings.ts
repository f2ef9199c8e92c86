import type { Section } from '../../document/document.ts';

const headings = {
  decision:
    /^(?:the |our |final )?(?:decision|decided|resolution)(?:[\s:(-].*)?$|^(?:decision outcome|outcome|what (?:we|was) decided)|^(?:decisión|decisão|entscheidung|décision|decisione|besluit|beslut|decyzja|qaror)|^решение|^(?:决定|決定|决策|決策|结论|結論|決定事項|결정)/i,
  context:
    /^(?:context|background|problem|issue|motivation|situation|why|forces)\b|^(?:contexto|kontext|contexte|contesto|problema)\b|^(?:контекст|проблема)|^(?:背景|上下文|问题|問題|コンテキスト|문맥|배경)/i,
  consequences:
    /^(?:positive |negative |expected )?(?:consequences?|implications?|impacts?|trade-?offs?|results?|ramifications)\b|^(?:consecuencias|consequências|konsequenzen|conséquences|folgen|gevolgen)\b|^последствия|^(?:后果|後果|影响|影響|结果|結果|결과)/i,
  options:
    /\boptions?\b.*(?:considered|evaluated)|^(?:considered|evaluated) (?:options|alternatives)|^(?:options|alternatives)\b|pros and cons of the options|^(?:alternativas|opciones|optionen|alternativen)\b|^(?:备选方案|候选方案|選択肢|代替案|대안)/i,
  status: /^(?:status|state|estado|statut|stato|статус|状态|狀態|ステータス|상태)$/i,
  constraints:
    /^(?:constraints?|rules?|guard ?rails?|compliance|validation|confirmation|enforcement|requirements?|guidelines?|implementation(?: notes?| rules?| guidance)?|non-negotiables?|decision details?|约束|規則|规则)\b/i,
  requirements: /^(?:related |affected |source )?requirements?\b|^traceability\b|^(?:traces|satisfies)\b/i,
} as const;

export type DecisionHeading = keyof typeof headings;

/** What part of a decision record a heading opens. */
export function opens(section: Section, part: DecisionHeading): boolean {
  return headings[part].test(section.title.replace(/^[^\p{L}]+/u, ''));
}
