import type { Finding } from '@iama/model';
import type { Reporter } from './reporter.ts';
import { viewMarkdown } from './view-table.ts';

/** The report for a merge request or a wiki: every finding, tables in full. */
export const reportMarkdown: Reporter = (report) => {
  const parts: string[] = [];
  for (const view of report.views ?? []) {
    if (view.rows.length > 0) parts.push(`## ${view.title}\n\n${viewMarkdown(view)}`);
  }
  if (report.findings.length > 0) parts.push(`## Findings\n\n${report.findings.map(findingLine).join('\n')}\n`);
  if (report.unverified.length > 0) {
    const lines = report.unverified.map(
      ({ gate, reason, at }) =>
        `- ${gate ? `\`${gate}\`: ` : ''}${plain(reason)}${at ? ` (${at.path}:${at.line})` : ''}`,
    );
    parts.push(`## Not verified\n\n${lines.join('\n')}\n`);
  }
  const { error, warn, info, waived } = report.counts;
  parts.push(
    `**${report.verdict}**: ${error} errors, ${warn} warnings, ${info} info, ${waived} waived (exit ${report.exit})\n`,
  );
  return parts.join('\n');
};

function findingLine(finding: Finding): string {
  const related = finding.related.map(({ note, at }) => `; ${plain(note)} at \`${at.path}:${at.line}\``).join('');
  const label = finding.stop ? `stop ${finding.stop}` : finding.severity;
  return `- **${label}** ${plain(finding.message)} at \`${finding.at.path}:${finding.at.line}\`${related} (\`${finding.id}\`)`;
}

/** What would start HTML is shown as text; code spans stay as they are. */
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    .join('');
}
