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
  [/api[-_ ]?(?:contract|spec|reference|design)|(?:^|\/)endpoints?\b|openapi|swagger/i, 'api-contract'],
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

/** What a document is for, judged by its path, then its title. The words that say so come back as the reason. */
export function inferRole(evidence: Evidence): { role: DocumentRole; reason: string } {
  const name = evidence.path.split('/').slice(-2).join('/');
  if (/(?:^|\/)docs?\/(?:[^/]+\/)*apis?\/(?:readme|index)\.(?:md|mdx|markdown)$/i.test(evidence.path)) {
    return { role: 'api-contract', reason: 'path says `api`' };
  }
  for (const [pattern, role] of byPath) {
    const match = pattern.exec(name);
    if (match) return { role, reason: `path says \`${match[0].replace(/^\//, '')}\`` };
  }
  for (const [pattern, role] of byPath) {
    const match = evidence.title === undefined ? null : pattern.exec(evidence.title);
    if (match) return { role, reason: `title says \`${match[0]}\`` };
  }
  const endpoints = evidence.lines.filter((line) => endpointLine.test(line)).length;
  const enough = /(?:^|[/_-])apis?(?=[/_.-])/i.test(name) || /\bapis?\b/i.test(evidence.title ?? '') ? 1 : 3;
  if (endpoints >= enough) return { role: 'api-contract', reason: `${endpoints} of its lines are an endpoint each` };
  return { role: 'other', reason: 'nothing says what it is' };
}

/** A heading, a request line, a list item or the first cells of a row that is a method and a path. */
const endpointLine =
  /^<[A-Za-z]+ method=|^(?:#{1,6}\s+(?:[\d.]+\s+)?|\|\s*|[-*]\s+|\*\*)?`?(?:GET|POST|PUT|PATCH|DELETE)(?:`|\*\*)?\s*\|?\s*`?(?:https?:\/\/[^\s/]+)?\/[\w{:<]/;
