import { nearestWord } from '@iama/core';
import type { Gate } from '@iama/gate';
import type { ExitCode } from '@iama/model';
import type { CommandContext } from '../command-spec.ts';
import { judgePhases, loadGates } from '../judge-phases.ts';
import { openRepository } from '../open-repository.ts';
import { printReport } from '../print-report.ts';
import { UserError } from '../user-error.ts';

export async function run(context: CommandContext): Promise<ExitCode> {
  const gates = chosen(await loadGates(context.phases), context.options);
  const { graph, configuration } = await openRepository(context);
  const report = judgePhases(context, { command: 'check', graph, configuration, gates });
  const first = report.findings[0];
  const next = first ? `iama explain '${first.id}' says why and what to do` : undefined;
  graph.close();
  return printReport(context, next ? { ...report, next } : report);
}

function chosen(gates: readonly Gate[], options: CommandContext['options']): Gate[] {
  const ids = list(options.gate);
  const phases = list(options.phase);
  for (const id of ids)
    known(
      id,
      gates.map((gate) => gate.id),
      'gate',
    );
  for (const phase of phases) known(phase, [...new Set(gates.map((gate) => gate.package))], 'phase');
  return gates.filter(
    (gate) => (ids.length === 0 || ids.includes(gate.id)) && (phases.length === 0 || phases.includes(gate.package)),
  );
}

function list(option: CommandContext['options'][string]): readonly string[] {
  return Array.isArray(option) ? option : typeof option === 'string' ? [option] : [];
}

function known(word: string, words: readonly string[], what: string): void {
  if (words.includes(word)) return;
  const near = nearestWord(word, words);
  throw new UserError(`There is no ${what} \`${word}\``, {
    hint: near ? `The nearest known one is \`${near}\`` : `Known: ${words.join(', ')}`,
  });
}
