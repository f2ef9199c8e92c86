import { defineGate } from '@iama/gate';
import { versionNeeds } from '../version-needs.ts';

export const versionScopeDiffers = defineGate({
  id: 'conflicts/version-scope-differs',
  title: 'What one version demands does not need a later one',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'A version that is being built can’t be finished when a demand of it needs a requirement, an endpoint or a table that only a later version has. Forward references that leave something out, compare or announce it demand nothing and are left alone.',
  hint: 'Move the thing into this version, or the demand into the later one',
  reads: ['passage', 'endpoint', 'table', 'column', 'document'],
  messages: {
    needs: (data: { needs: string; version: string; needed: string; later: string }) =>
      `\`${data.needs}\` of ${data.version} needs \`${data.needed}\`, which only ${data.later} defines`,
  },
  examples: [
    {
      name: 'a demand needs an endpoint and a requirement, a table needs a table',
      files: {
        'docs/PRD_V1.md':
          '# Product Requirements V1\n\n## 1. Screens\n\nThe page MUST show what `GET /api/v2/teams` lists.\n\n## 2. Audit\n\n- `V1-FR-AUD-001`: Events MUST be exported as `V2-FR-EXP-001` says.\n',
        'docs/PRD_V2.md':
          '# Product Requirements V2\n\n## 1. Export\n\n- `V2-FR-EXP-001`: Events MUST be exportable.\n',
        'docs/api-contract.md':
          '# API contract\n\n### `GET /api/v1/jobs`\n\nJobs.\n\n### `GET /api/v2/teams`\n\nTeams.\n',
        'docs/db-schema.md':
          '# Database schema\n\n## 1. Core\n\n```sql\nCREATE TABLE jobs (id INT, team_id INT REFERENCES teams (id));\n```\n\n## 2. V2 tables\n\n```sql\nCREATE TABLE teams (id INT);\n```\n',
      },
      expect: ['docs/PRD_V1.md:5 needs', 'docs/PRD_V1.md:9 needs', 'docs/db-schema.md:6 needs'],
    },
    {
      name: 'forward references',
      files: {
        'docs/PRD_V1.md':
          '# Product Requirements V1\n\n## 1. Out of scope\n\nWhat `V2-FR-EXP-001` says MUST wait.\n\n## 2. Audit\n\nEvents are kept; their export comes with `V2-FR-EXP-001`.\n',
        'docs/PRD_V2.md':
          '# Product Requirements V2\n\n## 1. Export\n\n- `V2-FR-EXP-001`: Events MUST be exportable with `V2-FR-EXP-002`.\n- `V2-FR-EXP-002`: Files MUST be signed.\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const { needs, version, needed, later, at, defined, places } of versionNeeds(graph)) {
      const related = [
        { note: `${later} defines it`, at: defined },
        ...places.map((place) => ({ note: 'needed here as well', at: place })),
      ];
      const subject = /-\d|\w\.\w/.test(needs) && !needs.includes(' ') ? needs : needed;
      yield found.needs({ needs, version, needed, later }, { id: subject, at }, { related, keys: [needs, needed] });
    }
  },
});
