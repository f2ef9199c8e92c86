import type { Section } from '../../document/document.ts';

const head =
  'states?|statuses|status|life[- ]?cycles?|state[- ]?(?:machine|chart|diagram|flow|model)s?|transitions?|fsm|状态|狀態|ステータス|状態|生命周期|生命週期|流转|迁移|遷移|estados?|transici[oó]n(?:es)?|ciclo de vida|états?|statuts?|cycle de vie|zust[aä]nde?|zustands\\w*|stat[io]|상태|состояни[ея]|статусы?|holat(?:lar)?';
const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${head})(?![\\p{L}\\p{N}])`, 'iu');
const cjk = /状态|狀態|ステータス|状態|生命周期|生命週期|상태|流转|迁移|遷移/;

/** What has "state" in it and is no machine: `state management`, `stateless`, `empty states`, `HTTP status`, `exit status`. */
const other =
  /\b(?:state[- ]of[- ]the[- ]art|state[- ]?management|stateless\w*|stateful\w*|(?:empty|loading|error|hover|focus|button|component|visual|interactive|interaction|ui|redux|component|react|global|shared|local|client|app|application|form|input|badge|screen|view|widget|control|skeleton|disabled|member|united|nation|persisted|current|desired|internal) states?|(?:http|response|exit|return|reply)[- ]?(?:status|state)(?:es)?(?: codes?)?|status[- ]?(?:codes?|bar|badges?|page|line|report|legend|icons?|colou?rs?|checks?)|css transitions?|transition (?:effects?|duration|animations?)|adr status(?:es)?|project status|implementation status|current status)\b/gi;

/** True when words speak of the states of a machine: "Job states", "Status lifecycle", "State machine". */
export function speaksOfStates(text: string): boolean {
  if (text === '' || !namesStates(text)) return false;
  const rest = text.replace(other, ' ');
  return word.test(rest) || cjk.test(rest);
}

/** The same without leaving out what is no machine: for words over something already known to be one. */
export function namesStates(text: string): boolean {
  return word.test(text) || cjk.test(text);
}

/** Weaker words: a workflow, phases, "passes through". They say enough only together with names that can only be states. */
export function speaksOfFlow(text: string): boolean {
  return /\b(?:work[- ]?flows?|flows?|phases?|stages?|pass(?:es)? through|goes through|progress(?:es|ion)|stateful|pipeline|orchestrat\w+)\b|流程|工作流|阶段|階段|フロー/i.test(
    text,
  );
}

/** The headings over a place, innermost first. */
export function headingsOver(section: Section): string[] {
  const found: string[] = [];
  for (let at: Section | undefined = section; at; at = at.parent) if (at.level > 0) found.push(at.heading);
  return found;
}

const judged = new WeakMap<Section, { readonly speaks: boolean; readonly takesBack: boolean }>();

function judge(section: Section): { readonly speaks: boolean; readonly takesBack: boolean } {
  let found = judged.get(section);
  if (!found) {
    found =
      section.level > 0
        ? { speaks: speaksOfStates(section.heading), takesBack: takesBack(section.heading) }
        : { speaks: false, takesBack: false };
    judged.set(section, found);
  }
  return found;
}

/** True when the heading of a section speaks of states; with `above`, also the one over it. */
export function isAboutStates(section: Section, above = false): boolean {
  return judge(section).speaks || (above && section.parent !== undefined && judge(section.parent).speaks);
}

/** True where the words right above, or else the heading, take back what stands there. */
export function isTakenBack(label: string, section: Section): boolean {
  return judge(section).takesBack || (label !== '' && takesBack(label));
}

/** True for words that take back what follows: "Invalid transitions:", "Wrong:", "❌ …", "Old state names". */
export function takesBack(text: string): boolean {
  return /❌|✗|✘|⛔|🚫|\b(?:wrong|incorrect|in-?valid|illegal|forbidden|disallowed|prohibited|not (?:allowed|permitted|valid|supported)|anti-?patterns?|deprecated|obsolete|legacy|removed|renamed|old|previous|former(?:ly)?|no longer|never|hallucinat\w+|不允许|禁止|非法|错误示例)\b|不允许|不可用|禁止|非法|错误示例|запрещ|prohibid|interdit|verboten|~~/i.test(
    text,
  );
}
