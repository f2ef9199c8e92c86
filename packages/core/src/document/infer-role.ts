import type { DocumentRole } from '@iama/model';
import type { Document, Section } from './document.ts';

interface Evidence {
  readonly path: string;
  readonly title: string | undefined;
  readonly header: Document['header'];
  readonly sections: readonly Section[];
  readonly lines: readonly string[];
}

const byPath: readonly (readonly [RegExp, DocumentRole])[] = [
  [/(?:^|\/)(?:adrs?|decisions?|rfcs?)\/(?!readme|index|template)[^/]+$|(?:^|\/)adr[-_ ]?\d+/i, 'adr'],
  [/api[-_ ]?(?:contract|spec|reference|design|documentation)|(?:^|\/)endpoints?\b|openapi|swagger/i, 'api-contract'],
  [
    /(?:^|\/)(?:(?:rest|http|web|open|public|admin|backend|server)[-_ ]?)?apis?(?:[-_ ](?:v\d+|docs?|endpoints?|overview|routes?))*\.(?:md|mdx|markdown)$/i,
    'api-contract',
  ],
  [/error[-_ ]?(?:codes?|reference|catalogue?)|(?:^|\/)errors?\.(?:md|mdx|markdown)$|错误码/i, 'api-contract'],
  [/(?:db|database|data)[-_ ]?(?:schema|model|design)|(?:^|\/)schema\.md/i, 'db-schema'],
  [/(?:^|\/)(?:readme|index)\.[a-z]+$/i, 'index'],
  [/requirements?|(?:^|[/_-])(?:prd|srs|brd|frd)(?:[._-]|$)|product[-_ ]?spec/i, 'prd'],
  [/development[-_ ]?workflow|workflow[-_ ]?(?:guide|process)|(?:^|\/)process\b/i, 'workflow'],
  [/architecture|system[-_ ]?design|(?:^|\/)design\.md/i, 'architecture'],
  [/(?:^|[/_-])ux(?:[/_.-]|$)|wireframe|design[-_ ]?system/i, 'ux'],
  [/guide|agent|contributing|conventions/i, 'guide'],
  [/(?:^|[/_-])(?:plan|roadmap|tasks?|milestones?)(?:[/_.-]|$)/i, 'plan'],
];

/**
 * What a document is for, judged by its path, then its title. The words that say so come back as the reason.
 *
 * @implements IAMA-READ-010
 */
export function inferRole(evidence: Evidence): { role: DocumentRole; reason: string } {
  const name = evidence.path.split('/').slice(-2).join('/');
  if (/(?:^|\/)docs?\/(?:[^/]+\/)*apis?\/(?:readme|index)\.(?:md|mdx|markdown)$/i.test(evidence.path)) {
    return { role: 'api-contract', reason: 'path says `api`' };
  }
  const paper = workPaper.test(name.split('/').pop() ?? name);
  for (const [pattern, role] of byPath) {
    const match = paper && role === 'api-contract' ? null : pattern.exec(name);
    if (match) return { role, reason: `path says \`${match[0].replace(/^\//, '')}\`` };
  }
  for (const [pattern, role] of byPath) {
    const match =
      evidence.title === undefined || (paper && role === 'api-contract') ? null : pattern.exec(evidence.title);
    if (match) return { role, reason: `title says \`${match[0]}\`` };
  }
  const endpoints = paper ? 0 : countEndpoints(evidence, name);
  if (endpoints > 0) return { role: 'api-contract', reason: `${endpoints} of its lines are an endpoint each` };
  return { role: 'other', reason: 'nothing says what it is' };
}

/** Papers that tell of an interface, its tests or its troubles, and define nothing. */
const workPaper =
  /(?:^|[-_. ])(?:tests?|testing|results?|reports?|audit|review|status|summary|checklist|runbook|complete|completion|ready|readiness|fix(?:es|ed)?|migration|change-?log|incident|analysis|hardening|debug(?:ging)?|proposal|issues?|bugs?|progress|hand-?off|deploy(?:ment)?|releases?|retro(?:spective)?|curl|postman)(?=[-_. ]|$)/i;

/**
 * How many lines name an endpoint, when so many do that the document must be about them: headings and request lines; rows and
 * list items as well where path or title speak of an interface.
 */
function countEndpoints({ lines, title }: Evidence, name: string): number {
  const blocks = lines.filter((line) => blockLine.test(line)).length;
  const named =
    /(?:^|[/_-])(?:apis?|endpoints?|routes?|contracts?)(?![a-z])|接口/i.test(name) ||
    /(?<![a-z])(?:apis?|endpoints?|contracts?)(?![a-z])|接口/i.test(title ?? '');
  if (named) {
    const listed = lines.filter((line) => listedLine.test(line)).length;
    return blocks > 0 || listed > 2 ? blocks + listed : 0;
  }
  return blocks > 2 && blocks * 40 > lines.length ? blocks : 0;
}

const blockLine =
  /^<[A-Za-z]+ method=|^(?:#{1,6}\s+(?:[\d.]+\s+)?|\*\*)?`?(?:GET|POST|PUT|PATCH|DELETE)`?\s+`?(?:https?:\/\/[^\s/]+)?\/[\w{:<]/;
const listedLine = /^(?:\|\s*|[-*]\s+)`?(?:GET|POST|PUT|PATCH|DELETE)`?\s*\|?\s*`?(?:https?:\/\/[^\s/]+)?\/[\w{:<]/;
