import type { Gate } from '@iama/gate';
import { gatePage } from '@iama/gate';
import type { ExitCode, ViewData } from '@iama/model';
import { exitCodes } from '@iama/model';
import { viewCsv, viewMarkdown, viewTable } from '@iama/report';
import type { CommandContext } from '../command-spec.ts';
import { loadGates } from '../judge-phases.ts';
import { writeOutput } from '../write-output.ts';

export async function run(context: CommandContext): Promise<ExitCode> {
  const gates = await loadGates(context.phases);
  const view = gatesView(gates);
  const print = {
    text: () => viewTable(view, { color: context.io.color, width: context.io.width }),
    md: () => viewMarkdown(view),
    csv: () => viewCsv(view),
    json: () => `${JSON.stringify({ schema: 'iama.gates/1', gates: gates.map(described) }, undefined, 2)}\n`,
  }[context.options.format as 'text' | 'json' | 'md' | 'csv'];
  writeOutput(context, print());
  return exitCodes.pass;
}

/** A gate as data: everything but its function. */
export function described(gate: Gate): object {
  const { id, title, phase, severity, since, source, rationale, hint, reads, messages, examples } = gate;
  const docs = gatePage(id);
  return {
    id,
    title,
    phase,
    severity,
    since,
    source,
    rationale,
    hint,
    reads,
    codes: Object.keys(messages),
    docs,
    examples,
  };
}

function gatesView(gates: readonly Gate[]): ViewData {
  return {
    id: 'gate/list',
    title: 'Gates',
    columns: [
      { key: 'id', title: 'Gate' },
      { key: 'severity', title: 'Severity' },
      { key: 'source', title: 'Source' },
      { key: 'title', title: 'Law' },
    ],
    rows: gates.map(({ id, severity, source, title }) => ({
      id: { text: id },
      severity: { text: severity },
      source: { text: source },
      title: { text: title },
    })),
  };
}
