import type { Block, Document, Section } from '../../document/document.ts';
import type { Form } from './declaration.ts';

/** Nothing below such a heading defines, however it is written. */
const never =
  /\bchange ?logs?\b|^(?:\w+ )?changes\b|^history$|\brelease notes?\b|\bwhat['’]?s new\b|^migrat(?:ion|ing)\b|\bmigration guide\b|^breaking\b|^removed\b|\bremoved (?:endpoints?|apis?|routes?)|[(（]removed[)）]|^retired\b|^examples?\b|\bexamples?$|\bexamples for\b|\banti-?patterns?\b|^(?:wrong|don['’]?ts?)\b|变更(?:记录|日志|历史)|更新日志|修订记录|已移除|示例$|^示例|调用示例|변경 ?(?:이력|사항)|예시$|예제|変更履歴|サンプル|^historial de cambios|^ejemplos?\b|^exemplos?\b|^примеры?\b/i;
/** Here only a heading of its own defines: tables, lists, lines and fences retell what stands elsewhere. */
const retelling =
  /^(?:\d[\d.]*\s*)?(?:deprecat|sunset|obsolete|legacy)|\b(?:deprecated|obsolete|legacy) (?:endpoints?|apis?|routes?|methods?|urls?)|\bquick ?start\b|^getting started\b|\btutorial\b|\bwalk-?through\b|^test(?:ing|s| plan| cases?| checklist)?$|^troubleshoot|\bfaq\b|^(?:api )?(?:rate|request)[ -]?limit(?:s|ing)?\b|^throttling\b|\btraceability\b|\btest coverage\b|\binvariants?\b|\bpriorities$|\bsmoke tests?\b|\bchecklists?$|\bout of scope\b|\bnon-?goals\b|\bnot (?:provided|supported|implemented|available|exposed|included)\b|^see also\b|^references$|^(?:已)?(?:废弃|弃用)|(?:废弃|弃用)的?(?:接口|端点|路由)|^限流|^폐기|^廃止/i;
/** Here a table or list retells, while a request with its reply may well define. */
const listing =
  /^usage$|\bflows?$|\bflows?\b(?=\s*[(（:])|\bscenarios?$|\bsequences?$|\bsequence diagram|\bfrontend (?:usage|mapping)\b|\bscreens?$|\bscreen mapping\b|流程$|使用方法|흐름$|사용법|使用例|^flujos?\b|^fluxos?\b/i;
const wrong =
  /\b(?:wrong|bad|incorrect|avoid|don'?t|do not|never|invalid|instead of|anti-?pattern|not allowed|forbidden)\b[^.]{0,60}$|❌|✗|🚫|错误示例|反例|不要|잘못된/i;
const sample =
  /\b(?:examples?|e\.g\.|for instance|sample|curl|try it)\b|示例|例如|예시|예:|例:|\bejemplo\b|\bexemplo\b|\bпример\b|\bnamuna\b/i;

/** True when a section, or one around it, only tells of endpoints: history, examples, flows, limits. */
export function definesNothing(document: Document, section: Section | undefined, form: Form): boolean {
  const title = document.sections[1];
  for (let at = section; at && at.level > 0; at = at.parent) {
    if (at === title && at.level === 1) break;
    if (never.test(at.title) || (form !== 'heading' && retelling.test(at.title))) return true;
    if ((form === 'row' || form === 'item' || form === 'example') && listing.test(at.title)) return true;
  }
  return false;
}

/** The kind of introduction a block has: the short paragraph or bold words right above it. */
export function introducedAs(document: Document, index: number): 'wrong' | 'example' | undefined {
  const block = document.blocks[index];
  const before = block && previousSibling(document, index, block);
  if (!block || before?.kind !== 'paragraph') return undefined;
  const line = document.lines[before.lastLine - 1] ?? '';
  if (line.length > 200) return undefined;
  if (wrong.test(line) && /[:：]\s*[*_]*\s*$|^[*_\s]*(?:❌|🚫)/.test(line)) return 'wrong';
  return sample.test(line) ? 'example' : undefined;
}

function previousSibling(document: Document, index: number, block: Block): Block | undefined {
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = document.blocks[at];
    if (!other || other.section !== block.section) return undefined;
    if (other.parent === block.parent && other.lastLine < block.line && other.kind !== 'item') return other;
  }
  return undefined;
}
