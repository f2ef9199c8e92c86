import type { DocumentRole } from '@iama/model';
import type { RoleEvidence } from './infer-role.ts';

const marks = {
  table: /^\s*CREATE (?:UNLOGGED |TEMP(?:ORARY)? )?TABLE\b/i,
  requirement:
    /^[\s#>|*-]*(?:\d+[.)]\s*)?[`*[|\s]*(?:[A-Z][A-Z0-9]*[-_])*(?:FR|NFR|REQ|RQ|UR|SR|BR|US|UC|AC)(?:[-_][A-Z0-9]+)*[-_ ]?\d{1,5}[A-Z]?\b/,
  task: /^\s*[-*+] \[[ xX]\]\s/,
  shall: /\b(?:shall|MUST)\b/,
} as const;

/** What a document is by what stands in it: many endpoints, tables, requirement ids, the sections of a decision. */
export function roleByContent(evidence: RoleEvidence): { role: DocumentRole; reason: string } | undefined {
  const titles = evidence.sections.map((section) => section.title.toLowerCase());
  const has = (...names: string[]): boolean => names.some((name) => titles.includes(name));
  if (
    has('decision', 'decision outcome', '决策', '決定') &&
    has('context', 'context and problem statement', '背景') &&
    (has('status', '状态', '狀態') || evidence.header.has('status'))
  ) {
    return { role: 'adr', reason: 'it has the sections of a decision: Context, Decision, Status' };
  }
  const counts = { table: 0, requirement: 0, task: 0, shall: 0 };
  for (const line of evidence.lines) {
    if (line.length < 4 || line.length > 2000) continue;
    for (const key of Object.keys(marks) as (keyof typeof marks)[]) if (marks[key].test(line)) counts[key] += 1;
  }
  const endpoints = isWorkPaper(evidence.path.split('/').pop() ?? evidence.path) ? 0 : countEndpoints(evidence);
  if (counts.requirement >= 5 && counts.requirement >= endpoints)
    return { role: 'prd', reason: `${counts.requirement} lines start with a requirement id` };
  if (endpoints > 0) return { role: 'api-contract', reason: `${endpoints} of its lines are an endpoint each` };
  if (counts.table >= 2) return { role: 'db-schema', reason: `${counts.table} tables are created in it` };
  if (counts.task >= 10 && counts.task >= evidence.lines.length * 0.2)
    return { role: 'plan', reason: `${counts.task} tasks to tick` };
  if (counts.shall >= 15) return { role: 'prd', reason: `${counts.shall} lines say shall or MUST` };
  return undefined;
}

/** Papers that tell of an interface, its tests or its troubles, and define nothing. */
const workPaper =
  /(?:^|[-_. ])(?:tests?|testing|results?|reports?|audit|review|status|summary|checklist|runbook|complete|completion|ready|readiness|fix(?:es|ed)?|migration|change-?log|incident|analysis|hardening|debug(?:ging)?|proposal|issues?|bugs?|progress|hand-?off|deploy(?:ment)?|releases?|retro(?:spective)?|curl|postman)(?=[-_. ]|$)/i;

/** True for the name of a paper about work on an interface. */
export function isWorkPaper(name: string): boolean {
  return workPaper.test(name);
}

/**
 * How many lines name an endpoint, when so many do that the document must be about them: headings and request lines; rows and
 * list items as well where path or title speak of an interface.
 */
function countEndpoints({ lines, title, path }: RoleEvidence): number {
  const blocks = lines.filter((line) => blockLine.test(line)).length;
  const name = path.split('/').slice(-2).join('/');
  const named =
    /(?:^|[/_-])(?:apis?|endpoints?|routes?|contracts?)(?![a-z])|接口/i.test(name) ||
    /(?<![a-z])(?:apis?|endpoints?|contracts?)(?![a-z])|接口/i.test(title ?? '');
  const listed = lines.filter((line) => listedLine.test(line)).length;
  if (named) return blocks > 0 || listed > 2 ? blocks + listed : 0;
  return (blocks > 2 || listed > 8) && (blocks + listed) * 40 > lines.length ? blocks + listed : 0;
}

const blockLine =
  /^<[A-Za-z]+ method=|^(?:#{1,6}\s+(?:[\d.]+\s+)?|\*\*)?`?(?:GET|POST|PUT|PATCH|DELETE)`?\s+`?(?:https?:\/\/[^\s/]+)?\/[\w{:<]/;
const listedLine = /^(?:\|\s*|[-*]\s+)`?(?:GET|POST|PUT|PATCH|DELETE)`?\s*\|?\s*`?(?:https?:\/\/[^\s/]+)?\/[\w{:<]/;
