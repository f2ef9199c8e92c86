import type { Finding, ViewData } from '@iama/model';
import type { Reporter } from './reporter.ts';
import { viewCsv } from './view-table.ts';

/** The first table when the command shows one, else the findings. */
export const reportCsv: Reporter = (report) => viewCsv(report.views?.[0] ?? findingsView(report.findings));

function findingsView(findings: readonly Finding[]): ViewData {
  const keys = ['id', 'severity', 'stop', 'gate', 'path', 'line', 'column', 'subject', 'message', 'hint'] as const;
  return {
    id: 'report/findings',
    title: 'Findings',
    columns: keys.map((key) => ({ key, title: key })),
    rows: findings.map((finding) => {
      const flat: Record<string, string> = {
        ...finding.at,
        ...finding,
        stop: finding.stop ?? '',
        line: String(finding.at.line),
        column: String(finding.at.column),
      } as unknown as Record<string, string>;
      return Object.fromEntries(keys.map((key) => [key, { text: flat[key] ?? '' }]));
    }),
  };
}
