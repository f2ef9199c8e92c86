import type { DocumentRole } from '@iama/model';
import type { Document, Section } from './document.ts';
import { isWorkPaper, roleByContent } from './role-by-content.ts';
import { byFolder, byName, byTitle, tellsOfWorkDone } from './role-names.ts';

export interface RoleEvidence {
  readonly path: string;
  readonly title: string | undefined;
  readonly header: Document['header'];
  readonly sections: readonly Section[];
  readonly lines: readonly string[];
}

interface Role {
  readonly role: DocumentRole;
  readonly reason: string;
}

const decisionFolder =
  /(?:^|\/)(?:[\w-]*adrs?|decisions?|(?:architecture|architectural|design)?[-_ ]?decision[-_ ]?(?:records?|logs?)|rfcs?)\//i;
const numbered = /^(?:(?:adr|madr|rfc|dr|tdr)[-_ ]?)?\d{2,5}(?:[-_. ]|$)|^\d{4}-\d{2}-\d{2}[-_]/i;
const decisionName = /^(?:[a-z]{2,10}[-_])?adr[-_ ]?\d+/i;
const listing = /^(?:readme|index|summary|overview|contents|toc|_?sidebar|home)$/i;
const template = /template|boilerplate|skeleton|плагин|шаблон|模板|テンプレート|plantilla|vorlage/i;
/** What keeps house and specifies nothing. */
const house =
  /^(?:changelog|changes|history|releases?(?:[-_ ]notes?)?|news|licen[cs]e.*|notice|copying|authors|contributors|maintainers|owners|code[-_ ]of[-_ ]conduct|governance|support|funding|citation|acknowledg\w+|pull_request_template|issue_template|bug_report|feature_request|faq|glossary|third[-_ ]party.*)$/i;
/** Folders of tools: what stands there instructs the tool. */
const machinery = /^\.(?!specify$|kiro$|docs?$|specs?$|github$)[a-z]/i;
const labels = ['document type', 'doc type', 'type', 'kind', 'category', '文档类型', '文件類型'];

/**
 * What a document is for: as its header says, by its name, its folder, its title, and last by what stands in it.
 * The words that say so come back as the reason.
 *
 * @implements IAMA-READ-010
 */
export function inferRole(evidence: RoleEvidence): Role {
  const parts = evidence.path.split('/');
  const stem = (parts.at(-1) ?? evidence.path).replace(/(?:\.[a-z]{2}(?:-[a-z]+)?)?\.[a-z]+$/i, '');
  const folder = parts.at(-2) ?? '';
  if (template.test(stem) || /^templates?$/i.test(folder))
    return { role: 'other', reason: `name says it is a template` };
  const own = listing.test(stem) ? undefined : decision(evidence, stem, folder);
  if (own) return own;
  if (house.test(stem) || tellsOfWorkDone(stem)) return { role: 'other', reason: `name says \`${stem}\`` };
  if (parts.slice(0, -1).some((part) => machinery.test(part))) {
    const told = byName(stem) === 'guide' || /^(?:agents?|claude|gemini)$/i.test(stem);
    return told
      ? { role: 'guide', reason: `name says \`${stem}\`` }
      : { role: 'other', reason: `path says \`${parts.find((part) => machinery.test(part))}/\`` };
  }
  if (/(?:^|\/)docs?\/(?:[^/]+\/)*apis?\/(?:readme|index)\.(?:md|mdx|markdown)$/i.test(evidence.path)) {
    return { role: 'api-contract', reason: 'path says `api`' };
  }
  return (
    stated(evidence) ??
    decision(evidence, stem, folder) ??
    named(stem) ??
    listed(evidence, stem) ??
    titled(evidence.title, stem) ??
    roleByContent(evidence) ??
    inFolder(parts.slice(0, -1)) ?? { role: 'other', reason: 'nothing says what it is' }
  );
}

function stated({ header }: RoleEvidence): Role | undefined {
  for (const label of labels) {
    const value = header.get(label)?.value;
    if (value === undefined || value.length > 60) continue;
    const found = byTitle(value) ?? (/^adr$|decision record/i.test(value) ? 'adr' : undefined);
    if (found) return { role: found, reason: `header says \`${label}: ${value}\`` };
  }
  return undefined;
}

function decision(evidence: RoleEvidence, stem: string, folder: string): Role | undefined {
  const own = listing.test(stem) ? folder : stem;
  if (decisionName.test(stem)) return { role: 'adr', reason: `name says \`${decisionName.exec(stem)?.[0]}\`` };
  const home = decisionFolder.exec(evidence.path)?.[0].replace(/^\/|\/$/g, '');
  if (home !== undefined && (numbered.test(own) || (!listing.test(stem) && !byName(stem)))) {
    return { role: 'adr', reason: `path says \`${home}/\`` };
  }
  const title = /^\W{0,3}(?:[A-Z]{2,10}-)?ADR[-_ #:.]{0,3}\d+/i.exec(evidence.title ?? '')?.[0];
  return title === undefined || listing.test(stem) ? undefined : { role: 'adr', reason: `title says \`${title}\`` };
}

function named(stem: string): Role | undefined {
  const role = listing.test(stem) ? undefined : byName(stem);
  if (role === undefined || (role === 'api-contract' && isWorkPaper(stem))) return undefined;
  return { role, reason: `name says \`${stem}\`` };
}

/** A README or an index lists other documents, whatever it is called. */
function listed(evidence: RoleEvidence, stem: string): Role | undefined {
  if (listing.test(stem)) return { role: 'index', reason: `name says \`${stem}\`` };
  const title = evidence.title ?? '';
  return /\b(?:documentation|document|docs) (?:index|map|overview)\b|^(?:table of contents|index)$|文档索引|文件索引|目录$/i.test(
    title,
  )
    ? { role: 'index', reason: `title says \`${title}\`` }
    : undefined;
}

function titled(title: string | undefined, stem: string): Role | undefined {
  const role = title === undefined ? undefined : byTitle(title);
  return role === undefined || (role === 'api-contract' && isWorkPaper(stem))
    ? undefined
    : { role, reason: `title says \`${title}\`` };
}

/** The nearest folder whose name says something; the further ones say less. */
function inFolder(folders: readonly string[]): Role | undefined {
  for (const folder of folders.slice(-2).reverse()) {
    const role = byFolder(folder);
    if (role) return { role, reason: `folder says \`${folder}\`` };
  }
  return undefined;
}
