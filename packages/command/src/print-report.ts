import type { ExitCode, Report } from '@iama/model';
import { reporters } from '@iama/report';
import type { CommandContext } from './command-spec.ts';
import { UserError } from './user-error.ts';
import { writeOutput } from './write-output.ts';

/** Prints a report as `--format` asks, cuts findings to `--max-findings`, and gives its exit code. */
export function printReport(context: CommandContext, report: Report): ExitCode {
  const { format, maxFindings } = context.options;
  const reporter = reporters[(format ?? 'text') as keyof typeof reporters];
  const toFile = typeof context.options.out === 'string';
  const style = { color: context.io.color && !toFile, width: context.io.width };
  writeOutput(context, reporter(cutFindings(report, maxFindings), style));
  return report.exit as ExitCode;
}

function cutFindings(report: Report, most: CommandContext['options'][string]): Report {
  if (typeof most !== 'string') return report;
  if (!/^\d+$/.test(most)) throw new UserError(`\`--max-findings\` takes a whole number, not \`${most}\``);
  const left = report.findings.length - Number(most);
  if (left <= 0) return report;
  return { ...report, findings: report.findings.slice(0, Number(most)), truncated: left };
}
