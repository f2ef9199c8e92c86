import { defineGate } from '@iama/gate';
import { headerClaims } from '../document-claims.ts';
import { countedKinds } from '../said-kind.ts';
import { sectionClaims } from '../section-claims.ts';

const ownHead = 'the head of a document wins over a list that describes it';
const ownSections = 'unresolved: both stand in one document';

export const documentClaimDiffers = defineGate({
  id: 'conflicts/document-claim-differs',
  title: 'What is said about a document is true of it',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'Overviews and indexes are read instead of the documents they describe. The version, status or id that a table of documents gives is held against the head of the document, and what a document says of its own sections (“V1 tables: Sections 2 to 14”, “settings are listed in Section 5”) against their headings and what they define.',
  hint: 'Correct the overview, or the document it describes',
  reads: ['pointer', 'grid', 'document', 'section', 'passage', 'list', ...countedKinds],
  messages: {
    head: (data: { subject: string; attribute: string; claimed: string; said: string }) =>
      `\`${data.subject}\`: the list says ${data.attribute} ${data.claimed}, the document itself ${data.said}`,
    sections: (data: { what: string; claimed: string; against: string }) =>
      `“${data.what} ${data.claimed}”, but ${data.against} ${data.against.includes(', ') ? 'show' : 'shows'} otherwise`,
  },
  examples: [
    {
      name: 'an index gives another version',
      files: {
        'docs/README.md': '# Index\n\n| File | Version |\n|---|---|\n| [prd.md](prd.md) | 2.0 |\n| `api.md` | v1.1 |\n',
        'docs/prd.md': '# Requirements\n\nVersion: `1.0`\n\n## 1. A\n\nText\n',
        'docs/api.md': '# API\n\nVersion: 1.1\n\n## 1. A\n\nText\n',
      },
      expect: ['docs/README.md:5 head'],
    },
    {
      name: 'an overview places sections and settings where they do not stand',
      files: {
        'docs/db-schema.md':
          '# Database schema\n\n## 1. Overview\n\nV1 entities: Sections 2–3\n\nSettings are listed in Section 2, tables in Section 2.\n\n## 2. Users\n\n```sql\nCREATE TABLE users (id INT);\n```\n\n## 3. V2 Teams\n\n```sql\nCREATE TABLE teams (id INT);\n```\n\n## 4. Configuration keys\n\n| Key | Type | Default |\n|---|---|---|\n| `job.limit` | integer | 5 |\n| `job.size` | integer | 7 |\n',
      },
      expect: ['docs/db-schema.md:5 sections', 'docs/db-schema.md:7 sections'],
    },
    {
      name: 'claims that are true',
      files: {
        'docs/README.md':
          '# Index\n\n| File | Version | Status |\n|---|---|---|\n| [prd.md](prd.md) | 1 | Approved |\n',
        'docs/prd.md':
          '# Requirements\n\nVersion: `1.0`\nStatus: Accepted\n\n## 1. Overview\n\nV1: Section 2\n\n## 2. V1 rules\n\nText\n\n## 3. V2 rules\n\nText\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const claim of headerClaims(graph)) {
      const { subject, attribute, claimed, said } = claim;
      const sides = [
        { place: `${claim.saidAt.path}:${claim.saidAt.line}`, value: said, words: `${attribute}: ${said}` },
        { place: `${claim.claimedAt.path}:${claim.claimedAt.line}`, value: claimed, words: claim.claimedWords },
      ];
      yield found.head(
        { subject, attribute, claimed, said, ...{ sides, decision: ownHead } },
        { id: subject, at: claim.claimedAt },
        { keys: [attribute], related: [{ note: `the document itself says ${said}`, at: claim.saidAt }] },
      );
    }
    for (const { claimed, what, against, places } of sectionClaims(graph)) {
      const [first, ...rest] = places;
      if (!first) continue;
      const names = against.map(({ at }) => `“${at.section}”`).join(', ');
      const sides = [
        { place: `${first.at.path}:${first.at.line}`, value: `${what} ${claimed}`, words: first.attributes.words },
        ...against.map(({ at }) => ({
          place: `${at.path}:${at.line}`,
          value: at.section ?? '',
          words: at.section ?? '',
        })),
      ];
      const related = [
        ...against.map(({ at }) => ({ note: 'shows otherwise', at })),
        ...rest.map(({ at }) => ({ note: 'said so as well', at })),
      ];
      yield found.sections(
        { what, claimed, against: names, ...{ subject: first.at.path, sides, decision: ownSections } },
        { id: first.at.path, at: first.at },
        { related, keys: against.map(({ id }) => id) },
      );
    }
  },
});
