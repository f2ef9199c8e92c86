import { nearestWord } from '@iama/core';
import type { Gate } from '@iama/gate';
import type { ExitCode, Finding } from '@iama/model';
import { exitCodes } from '@iama/model';
import { wrap } from '@iama/report';
import type { CommandContext } from '../command-spec.ts';
import { judgePhases, loadGates } from '../judge-phases.ts';
import { openRepository } from '../open-repository.ts';
import { UserError } from '../user-error.ts';
import { writeOutput } from '../write-output.ts';
import { described } from './run-gates.ts';

/**
 * Prints why a gate exists, or what is behind one finding.
 *
 * @implements IAMA-CLI-004
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const asked = context.arguments[0] ?? '';
  const gates = await loadGates(context.phases);
  const [gateId = ''] = asked.split('#');
  const gate = gates.find((candidate) => candidate.id === gateId);
  if (!gate) {
    const near = nearestWord(
      gateId,
      gates.map((candidate) => candidate.id as string),
    );
    throw new UserError(`There is no gate \`${gateId}\``, {
      hint: near ? `The nearest known one is \`${near}\`` : '`iama gates` lists them',
    });
  }
  const finding = asked.includes('#') ? await findFinding(context, gate, asked) : undefined;
  const text =
    context.options.format === 'json'
      ? `${JSON.stringify({ schema: 'iama.explanation/1', gate: described(gate), ...(finding ? { finding } : {}) }, undefined, 2)}\n`
      : `${finding ? `${findingLines(finding).join('\n')}\n\n` : ''}${gateLines(gate, context.io.width).join('\n')}\n`;
  writeOutput(context, text);
  return exitCodes.pass;
}

async function findFinding(context: CommandContext, gate: Gate, id: string): Promise<Finding> {
  const { graph, configuration } = await openRepository(context);
  const report = judgePhases(context, { command: 'explain', graph, configuration, gates: [gate] });
  graph.close();
  const finding = report.findings.find((candidate) => candidate.id === id);
  if (finding) return finding;
  throw new UserError(`\`${gate.id}\` finds nothing of the id \`${id}\` here any more`, {
    hint:
      report.findings.length > 0
        ? `It finds: ${report.findings
            .slice(0, 5)
            .map((one) => one.id)
            .join(', ')}`
        : 'It finds nothing at all',
  });
}

function findingLines(finding: Finding): string[] {
  return [
    `${finding.severity}${finding.stop ? ` (stop ${finding.stop})` : ''}: ${finding.message}`,
    `  at ${finding.at.path}:${finding.at.line}:${finding.at.column}${finding.at.section ? `, in “${finding.at.section}”` : ''}`,
    ...finding.related.map(({ note, at }) => `  ${note} at ${at.path}:${at.line}:${at.column}`),
    `  fix: ${finding.hint}`,
  ];
}

function gateLines(gate: Gate, width: number): string[] {
  const example = gate.examples.find((candidate) => candidate.expect.length > 0);
  const lines = [
    `${gate.id} (${gate.severity}, since ${gate.since}, workflow ${gate.source})`,
    `${gate.title}.`,
    '',
    ...wrap(gate.rationale, width),
    '',
    ...wrap(`Reads: ${gate.reads.join(', ')}`, width),
    ...wrap(`Fix: ${gate.hint}`, width),
  ];
  if (!example) return lines;
  lines.push('', `Fires when ${example.name}:`);
  for (const [path, text] of Object.entries(example.files)) {
    lines.push(
      '',
      `  ${path}`,
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${line}`.trimEnd()),
    );
  }
  return [...lines, '', `  finds: ${example.expect.join(', ')}`];
}
