import type { StateName } from './state-name.ts';
import type { StateStatement } from './state-statement.ts';

const noun =
  '(?:(?:state|status)(?:[- ](?:values?|names?|markers?|list|definitions?|enum(?:eration)?|descriptions?|set|machine states?))|states|statuses|状态(?:值|列表|定义|枚举)?|狀態(?:值|列表|定義)?|ステータス|状態(?:一覧|定義)?|estados|états|statuts|zustände|stati|상태|состояния|статусы|holatlar)';
/** "Required states", "The job states are", "States of an order": the noun ends the phrase or is followed by what says so. */
export const stateLabel = new RegExp(
  `(?:^|[\\s\\p{L}])${noun}\\s*(?:$|[(（,—–-]|(?:are|is|include|includes|of|for|in|that|which|used|defined|must|shall|supported|allowed)\\b)`,
  'iu',
);
/** What has "state" in it and is no machine. */
export const otherStates =
  /\b(?:empty|loading|error|hover|focus|button|component|visual|interactive|ui|screen|view|form|global|shared|app|application|client|redux|united|member|http|response|exit|return|health)[- ]stat(?:es|us(?:es)?)\b|status codes?\b|state management|\breturns?\b|\badrs?\b/i;
/** "Terminal states". */
export const ends =
  /^(?:the\s+)?(?:terminal|final|end|closed|absorbing)[\s-]+(?:states?|statuses)\b|^(?:终态|終態|终止(?:状态|态)|終了状態)/i;
/** "Initial state". */
export const starts =
  /^(?:the\s+)?(?:initial|start(?:ing)?|default|entry)[\s-]+(?:states?|status)\b|^(?:初始状态|初始狀態|初期状態)/i;

/** "Order states" names the machine; "Required states" does not: the headings decide. */
export function machineOf(label: string): { machine?: string } {
  return new RegExp(noun, 'iu').test(label) ? { machine: label } : {};
}

/** A state named at the head of a line, with what follows as its note. */
export function stateOf(head: StateName, line: number, lastLine: number, column: number): StateStatement {
  const note = head.rest
    .replace(/^[\s:：—–,-]+/, '')
    .replace(/^[(（]([^()（）]*)[)）]\.?$/, '$1')
    .trim();
  return {
    name: head.name,
    line,
    lastLine,
    column,
    ...(/\b(?:terminal|final state|end state)\b|终态|終態/i.test(note) && !/\bnon[- ]?terminal/i.test(note)
      ? { terminal: true }
      : {}),
    ...(/\b(?:initial|start(?:ing)?) state\b|^initial\b|初始状态/i.test(note) ? { initial: true } : {}),
    ...(note === '' ? {} : { note }),
  };
}

/** Words over a list, without emphasis and the closing colon. */
export function bareLabel(text: string): string {
  return text
    .replace(/[*_`#]/g, '')
    .replace(/\s*[:：.]\s*$/, '')
    .trim();
}
