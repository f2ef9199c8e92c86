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
  for (const [pattern, role] of byPath) {
    const match = pattern.exec(name);
    if (match) return { role, reason: `path says \`${match[0].replace(/^\//, '')}\`` };
  }
  for (const [pattern, role] of byPath) {
    const match = evidence.title === undefined ? null : pattern.exec(evidence.title);
    if (match) return { role, reason: `title says \`${match[0]}\`` };
  }
  return { role: 'other', reason: 'nothing says what it is' };
}
