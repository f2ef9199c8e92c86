import type { Document, Section } from '../../document/document.ts';
import { isAcceptanceLabel } from './field-words.ts';

/**
 * What a place in a document is for, as far as requirements go. `requirements`: they are defined here. `foreign`: other
 * things stand here (tests, tasks, risks, references). `barred`: ids here always point elsewhere (a matrix, a history).
 */
export type SectionKind = 'requirements' | 'acceptance' | 'foreign' | 'barred' | 'neutral';

/** Words that bar a whole document when its title says them. */
const matrix =
  /\b(?:traceability|trace matrix|rtm|compliance matrix|requirements? (?:coverage|status)|coverage (?:matrix|report|table|map|analysis)|completion status|implementation status|change ?log|revision history|version history|document history|release notes|bibliography|table of contents)\b|^(?:[\d.]+\s*)?(?:glossary|acronyms?|abbreviations?|definitions?,? acronyms|change history|glossar|glossaire|glosario|glossário)\b|^(?:[\d.]+\s*)?(?:目录|目錄|术语表?|術語表?|用語(?:集|定義)?|용어(?: 정의)?|목차|目次|глоссарий)\s*$|追踪矩阵|追蹤矩陣|追溯|需求追踪|需求追蹤|需求覆盖|需求覆蓋|覆盖矩阵|覆蓋矩陣|完成情况|完成狀況|实现情况|实现状态|實現狀態|变更(?:记录|历史|日志)|變更(?:記錄|歷史)|修订(?:记录|历史)|修訂(?:記錄|歷史)|参考(?:文献|资料)|參考(?:文獻|資料)|更新日志|版本历史|トレーサビリティ|変更履歴|改訂履歴|요구사항 추적|추적성|추적표|변경 이력|история изменений|матрица трассируемости|änderungshistorie/iu;
/** Words that bar a section below the title. */
const pointing =
  /\b(?:requirements? (?:mapping|addressed|covered|implemented|satisfied|fulfilled|checklist|index of)|(?:addressed|covered|implemented|affected|satisfied|fulfilled|removed|renamed|modified|related) requirements?|anti-?patterns?|out[- ]of[- ]scope|non[- ]?goals?|(?:id|identifier) (?:format|scheme|conventions?)|naming conventions?|numbering (?:scheme|conventions?)|requisitos? relacionados?|requerimientos? relacionados?|exigences liées|verwandte anforderungen)\b|^(?:[\d.]+\s*)?(?:(?:cross[- ]?)?references?|related (?:documents?|work)|coverage|mapping|contents|what'?s new|examples?)\b(?!\s+\p{L}+(?:ing|ment|tion)\b)|关联需求|關聯需求|相关需求|相關需求|对应需求|對應需求|関連要件|관련 요구사항|связанные требования/iu;

const requirements =
  /requirements?\b|\b(?:functional|non-?functional|user stor(?:y|ies)|features?|functions?|capabilities|functionality|business rules?|(?:requirements?|functional|product|system|software|feature) spec(?:ification)?s?|quality attributes?|constraints?|srs|prd|brd|frd|nfrs?|frs?)\b|需求|功能|要求(?!分析)|用户故事|用戶故事|使用者故事|业务规则|業務規則|要件|機能|요구사항|요구 사항|기능|требовани|функци|anforderung|lastenheft|pflichtenheft|exigence|fonctionnalit|requisit|requerimiento|funcionalidad|vereisten|eisen|krav|wymagani|gereksinim|yêu cầu|chức năng|kebutuhan|fitur/iu;

const foreign =
  /\b(?:tests?|testing|test (?:plan|cases?|strategy|suite|report)|verification|validation|checklists?|tasks?|to-?do|backlog|implementation (?:plan|order|notes|status|details)|roadmap|milestones?|sprints?|timeline|schedule|progress|status report|risks?|threats?|hazards?|mitigations?|decisions?|assumptions?|dependencies|open (?:questions?|issues?|points?)|questions|issues|bugs|defects|known limitations|metrics|kpis?|success (?:criteria|metrics)|measurable outcomes|objectives|goals|error (?:codes?|messages?)|deliverables|releases?|deployment|lessons|use cases?|personas?|stakeholders|actors|edge cases|scenarios|alternatives|options|principles|coding (?:standards|rules)|audit|review|findings|incidents?|postmortem|retrospective|proof of concept|pocs?|clarifications|appendix|annex|templates?)\b|测试|測試|验证|驗證|检查(?:清单|表)|檢查|任务|任務|里程碑|路线图|风险|風險|决策|決策|假设|假設|待办|问题(?:清单|列表)?|進度|进度|计划|計劃|指标|指標|错误码|錯誤碼|发布|發布|用例|附录|附錄|テスト|タスク|リスク|課題|決定|マイルストーン|テンプレート|테스트|작업|위험|리스크|일정|결정|тест|риск|задач|план работ|решени|risiken|testfäll|aufgaben|risques|tests|riesgos|pruebas|tareas|riscos|tarefas|ryzyk/iu;

/** Judges one heading by its words. Requirements win over the foreign words beside them: `Test requirements` defines. `whole`: it is a document's title. */
export function kindOfTitle(title: string, whole = false): SectionKind {
  if (title === '') return 'neutral';
  if (matrix.test(title) || (pointing.test(title) && !whole)) return 'barred';
  if (isAcceptanceLabel(title)) return 'acceptance';
  if (requirements.test(title)) return 'requirements';
  if (foreign.test(title)) return 'foreign';
  return 'neutral';
}

/** Titles that are the name of a part of a document and nothing else. */
const structural =
  /^(?:(?:known|key|open|main|major|project|potential|technical)\s+)?(?:risks?(?:\s+(?:assessment|analysis|management|register|(?:and|&)\s+mitigations?))?|assumptions?(?:\s+(?:and|&)\s+\w+)?|dependencies|decisions?(?:\s+log)?|questions?|issues?|test(?:s|ing)?(?:\s+(?:plan|strategy|cases?|scenarios?|matrix))?|verification(?:\s+(?:plan|matrix|(?:and|&)\s+validation))?|validation(?:\s+plan)?|(?:implementation\s+)?tasks?|to-?dos?|milestones?|roadmap|timeline|schedule|(?:test|rollout|migration|implementation|release|launch|project|delivery)\s+(?:plan|schedule|timeline|criteria|gates?)|[\w -]*checklists?|deliverables?|success\s+metrics|measurable outcomes|metrics|kpis?|use cases?|edge cases|personas?|stakeholders?|actors|goals?|objectives?|alternatives(?:\s+considered)?|options|principles|appendix\b.*|annex\b.*|error codes?|测试(?:计划|用例)?|風險|风险(?:分析|评估)?|假设|依赖|决策|任务|里程碑|附录.*|テスト|リスク|前提|課題|테스트|위험|리스크|riscos|riesgos|risiken|risques)\s*(?:\([^()]*\))?$/iu;

const kinds = new WeakMap<Section, SectionKind>();

function kindOfSection(section: Section): SectionKind {
  const known = kinds.get(section);
  if (known) return known;
  const kind = kindOfTitle(section.heading, section.level === 1);
  kinds.set(section, kind);
  return kind;
}

/**
 * What the sections around a place say, innermost first; a barred section bars everything below it. `skip` names sections
 * that are requirements themselves: their titles say what they require, not what stands in them. Below a section of
 * requirements a title is their topic (`Task management`), unless it is nothing but the name of another part (`Tasks`).
 */
export function surroundings(section: Section, skip: ReadonlySet<Section>): SectionKind {
  let decided: SectionKind = 'neutral';
  let topic = false;
  for (let at: Section | undefined = section; at && at.level > 0; at = at.parent) {
    if (skip.has(at)) continue;
    const kind = kindOfSection(at);
    if (kind === 'barred') return kind;
    if (decided === 'neutral') {
      decided = kind;
      topic = kind === 'foreign' && !structural.test(at.title);
    } else if (topic && kind === 'requirements' && at.level > 1) return kind;
  }
  return decided;
}

const fileBarred =
  /traceab|trace[-_]?matrix|rtm|change[-_ ]?log|release[-_ ]?notes|coverage[-_ ]?report|glossary|history|template|example|sample|compliance[-_ ]?matrix/i;
const folderBarred = /(?:^|\/)[_.]?(?:templates?|examples?|archived?)\//i;
const fileForeign =
  /(?:^|[/_.-])(?:tests?|test[-_]?(?:plan|cases?|strategy|report|results?|spec)|std|tasks?|todo|checklists?|plan|roadmap|progress|status|reports?|reviews?|audits?|assessment|risks?|quickstart|research|retro(?:spective)?|walkthrough|summary|release|matrix|story|diagrams?|standards?|conventions?|guidelines?)(?:[-_.]|$)|(?:umsetzungs|implementierungs|projekt|test)plan/i;
const folderForeign =
  /(?:^|\/)(?:assessments?|audits?|reports?|reviews?|retros?(?:pectives)?|(?<!user[-_]?)stories|tasks?|diagrams?|meetings?|notes|incidents?)\//i;
const folderOfTests = /(?:^|\/)(?:checklists?|tests?|qa)\//i;
const fileOfAgents = /^(?:claude|agents?|gemini|copilot-instructions|\.?cursorrules)\.mdx?$/i;
const fileDefining =
  /requirement|(?:^|[/_-])(?:prd|srs|brd|frd|(?<!(?:tech|technical|test|api|design|ui|ux)[-_]?)spec)(?:[._-]|$)|需求|要件|요구사항|lastenheft|pflichtenheft|requisito|требован/i;
const reporting =
  /\b(?:report|summary|log|minutes|retrospective|walkthrough|review|audit|checklist|test (?:plan|cases?|report|strategy)|handover|status|diagrams?|matrix|standards?|conventions?|guidelines?)\b|报告|報告|日志|日誌|总结|總結|评审|評審|测试(?:计划|用例|方案|报告)|測試(?:計畫|用例|報告)|レポート|報告書|보고서|отчет|отчёт|diagramas/iu;

/** What the file itself is for, judged by its name and title: a test plan or a matrix defines nothing. */
export function kindOfFile(document: Document): SectionKind {
  const file = document.path.split('/').pop() ?? document.path;
  if (fileBarred.test(file) || folderBarred.test(document.path)) return 'barred';
  const { title } = document;
  if (title !== undefined && matrix.test(title)) return 'barred';
  if (folderOfTests.test(document.path) || fileOfAgents.test(file)) return 'foreign';
  if (fileDefining.test(file) && !fileForeign.test(file)) return 'requirements';
  if (title !== undefined && reporting.test(title)) return 'foreign';
  if (folderForeign.test(document.path) || fileForeign.test(file)) return 'foreign';
  if (fileDefining.test(document.path.split('/').at(-2) ?? '')) return 'requirements';
  const kind = title === undefined ? 'neutral' : kindOfTitle(title, true);
  return kind === 'acceptance' ? 'foreign' : kind;
}
