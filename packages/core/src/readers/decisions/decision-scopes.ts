import type { Document, Section } from '../../document/document.ts';
import { labelledLines } from '../../document/read-header.ts';
import { opens } from './decision-headings.ts';
import { nameOf } from './decision-id.ts';
import type { DecisionScope } from './decision-scope.ts';

const folder =
  /(?:^|\/)(?:[\w-]*adrs?|decisions?|(?:architecture|architectural|design)?[-_ ]?decision[-_ ]?(?:records?|log)s?|rfcs?)\//i;
const numbered = /^(?:(?:adr|madr|rfc|dr|tdr)[-_ ]?)?\d{2,5}(?:[-_. ]|$)|^\d{4}-\d{2}-\d{2}[-_]|^adr[-_ ]?\d+/i;
const named = /^(?:[a-z]{2,10}-)?adr[-_ ]?\d+/i;
const titled = /^\W{0,3}(?:(?:architecture|architectural) decision(?: record)?\b|(?:[A-Z]{2,10}-)?ADR[-_ #:.]{0,3}\d)/i;
const placeholder =
  /\{\{|\[(?:short )?title|<[^>]*\b(?:title|number)\b[^>]*>|\{(?:short )?title|\bN{3,4}\b|\bX{3,4}\b|^\W*(?:adr |madr |architecture decision record )?template\b|\btemplate$/i;
const templates = /template|plantilla|vorlage|mod[eè]le|szablon|テンプレート|模板|範本|템플릿|шаблон/i;
const choices = /\b(?:proposed|draft)\b.{0,12}[|/,].{0,12}\b(?:accepted|rejected)\b/i;
const logEntry = /^\W{0,3}(?:[A-Z]{2,10}-)?(?:ADR|DR|AD|DEC|TDR|KDD)[-_ #]{0,2}\d{1,4}\b/;

/** The decisions a document records: itself when it is a decision record, or the entries of a log of decisions. */
export function decisionScopes(document: Document): DecisionScope[] {
  const head = document.sections.find((section) => section.level === 1) ?? document.sections[1];
  const name = nameOf(document.path);
  if (isTemplate(document, head, name)) return [];
  const entries = document.sections.filter(
    (section) => section.level > 0 && logEntry.test(section.heading) && section !== head,
  );
  const own = isRecord(document, head, name);
  if (entries.length > 0 && (!own || entries.length > 1) && !titledRecord(head)) return logEntries(document, entries);
  if (!own) return [];
  const sections = document.sections.filter((section) => section.level > 0 && section !== head);
  return [
    { document, head, line: head?.line ?? 1, lastLine: document.lines.length, sections, header: document.header },
  ];
}

function titledRecord(head: Section | undefined): boolean {
  return head !== undefined && /^\W{0,3}(?:[A-Z]{2,10}-)?ADR[-_ #:.]{0,3}\d/i.test(head.heading);
}

/** By name or title, and by what it is made of. An index names decisions and takes none. */
function isRecord(document: Document, head: Section | undefined, name: string): boolean {
  const has = (part: Parameters<typeof opens>[1]): boolean =>
    document.sections.some((section) => section.level > 0 && opens(section, part));
  const title = head?.heading ?? '';
  const status = has('status') || document.header.has('status') || document.header.has('状态');
  const decision = has('decision') || (head !== undefined && document.header.has('decision'));
  const listing = /(?:^|\/)(?:readme|index|summary|overview|log)\.[a-z]+$/i.test(document.path) && !numbered.test(name);
  if (listing && !(has('status') && decision && has('context') && !/\badrs?\b/i.test(title))) return false;
  if (
    /\b(?:index|overview|list of|log of|catalog(?:ue)?|registry|索引|目录|一覧)\b|^(?:architecture|architectural) decision(?:s| records?| log)$|^ADRs?$/i.test(
      title,
    ) &&
    !decision
  )
    return false;
  const inFolder = folder.test(document.path);
  if ((inFolder && numbered.test(name)) || named.test(name))
    return decision || status || has('context') || has('options') || has('consequences') || inFolder;
  if (titled.test(title)) return decision || has('context') || status;
  if (inFolder) return decision || (status && has('context'));
  if (/(?:^|[\W_])(?:prd|plan|spec|policy|requirements?|guide|readme)(?:$|[\W_])/i.test(`${name} ${title}`))
    return false;
  return status && decision && has('context') && has('consequences') && document.sections.length < 24;
}

function isTemplate(document: Document, head: Section | undefined, name: string): boolean {
  const plain = numbered.test(name) ? /(?:template|テンプレート|模板)$/i : templates;
  if (plain.test(name) || /^(?:n{4}|x{4}|empty|blank|example|sample|skeleton)\b/i.test(name)) return true;
  if (templates.test(document.path.split('/').slice(0, -1).join('/'))) return true;
  if (placeholder.test(head?.heading ?? '')) return true;
  const status = document.header.get('status')?.value ?? statusLine(document);
  return choices.test(status) || /^[[{<].{3,}[\]}>]$/.test(status);
}

function statusLine(document: Document): string {
  const section = document.sections.find((one) => one.level > 0 && opens(one, 'status'));
  if (!section) return '';
  return document.lines
    .slice(section.line, Math.min(section.lastLine, section.line + 4))
    .join(' ')
    .trim();
}

function logEntries(document: Document, entries: readonly Section[]): DecisionScope[] {
  const level = Math.min(...entries.map((entry) => entry.level));
  return entries
    .filter((entry) => entry.level === level)
    .flatMap((head): DecisionScope[] => {
      const sections = document.sections.filter((section) => section.line > head.line && section.line <= head.lastLine);
      const end = Math.min((sections[0]?.line ?? head.lastLine + 1) - 1, head.line + 20);
      const header = labelledLines(document.lines, head.line, end);
      const said =
        header.has('status') ||
        header.has('decision') ||
        sections.some((one) => opens(one, 'decision') || opens(one, 'status'));
      return said ? [{ document, head, line: head.line, lastLine: head.lastLine, sections, header }] : [];
    });
}
