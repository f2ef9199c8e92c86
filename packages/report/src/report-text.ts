import type { Finding, Report } from '@iama/model';
import { type Ink, ink } from './ink.ts';
import type { Reporter, Style } from './reporter.ts';
import { viewTable } from './view-table.ts';
import { wrap } from './wrap.ts';

/** How many findings a person is shown at once. */
const shown = 20;

/** The report for a person: tables, the worst findings with what to do, what could not be verified, the verdict. */
export const reportText: Reporter = (report, style) => {
  const paint = ink(style.color);
  const parts: string[] = [];
  for (const view of report.views ?? []) {
    if (view.rows.length > 0) parts.push(`${paint.strong(view.title)}\n\n${viewTable(view, style)}`);
  }
  const worst = [...report.findings].sort((a, b) => weight(a) - weight(b)).slice(0, shown);
  if (worst.length > 0) parts.push(worst.map((finding) => findingText(finding, paint, style)).join('\n'));
  const more = report.findings.length + (report.truncated ?? 0) - worst.length;
  if (more > 0) parts.push(`${more} more ${more === 1 ? 'finding' : 'findings'}; --format json shows all\n`);
  if (report.unverified.length > 0) parts.push(unverifiedText(report, paint, style));
  parts.push(verdictText(report, paint, style));
  return parts.join('\n');
};

function weight(finding: Finding): number {
  if (finding.stop) return 0;
  return { error: 1, warn: 2, info: 3 }[finding.severity];
}

function findingText(finding: Finding, paint: Ink, style: Style): string {
  const label = finding.stop ? `stop ${finding.stop}` : finding.severity;
  const color = finding.stop ? paint.error : paint[finding.severity];
  const [first = '', ...rest] = wrap(finding.message, style.width - label.length - 2);
  const lines = [
    `${color(label)}: ${first}`,
    ...rest.map((line) => `  ${line}`),
    `  at ${place(finding.at)}  ${paint.faint(finding.id)}`,
    ...finding.related.map((related) => `  ${related.note} at ${place(related.at)}`),
    ...wrap(finding.hint, style.width - 7).map((line, index) => (index === 0 ? `  fix: ${line}` : `       ${line}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function unverifiedText(report: Report, paint: Ink, style: Style): string {
  const lines = report.unverified.slice(0, shown).flatMap((entry) => {
    const words = `${entry.gate ? `${entry.gate}: ` : ''}${entry.reason}`;
    const [first = '', ...rest] = wrap(words, style.width - 12);
    return [
      `${paint.warn('unverified')}: ${first}`,
      ...rest.map((line) => `  ${line}`),
      ...(entry.at ? [`  at ${place(entry.at)}`] : []),
    ];
  });
  const more = report.unverified.length - shown;
  if (more > 0) lines.push(`${more} more could not be verified; --format json shows all`);
  return `${lines.join('\n')}\n`;
}

function verdictText(report: Report, paint: Ink, style: Style): string {
  const { error, warn, info, waived, baselined } = report.counts;
  const counts = [
    `${error} ${error === 1 ? 'error' : 'errors'}`,
    `${warn} ${warn === 1 ? 'warning' : 'warnings'}`,
    ...(info > 0 ? [`${info} info`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(baselined > 0 ? [`${baselined} known`] : []),
    ...(report.unverified.length > 0 ? [`${report.unverified.length} unverified`] : []),
  ].join(', ');
  const color = { pass: paint.good, fail: paint.error, stop: paint.error, unverified: paint.warn }[report.verdict];
  const looked = Object.entries(report.looked)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
  const lines = [
    `${color(report.verdict)}: ${counts} (exit ${report.exit})`,
    ...wrap(`looked at: ${looked === '' ? 'nothing' : looked}`, style.width),
    ...(report.next === undefined ? [] : wrap(`next: ${report.next}`, style.width)),
  ];
  return `${lines.join('\n')}\n`;
}

/** `path:line:column`, which terminals and editors open. */
function place(at: Finding['at']): string {
  return `${at.path}:${at.line}:${at.column}`;
}
