import type { CommandContext } from '@iama/command';
import { judgePhases, openRepository, printReport, showView } from '@iama/command';
import type { ExitCode, ViewData } from '@iama/model';
import { codes } from '../views/codes.ts';
import { routes } from '../views/routes.ts';
import { schema } from '../views/schema.ts';
import { states } from '../views/states.ts';

const views = { routes, schema, codes, states } as const;

/** Prints one view; with nothing on either side it could not verify anything. */
export async function runView(context: CommandContext, name: keyof typeof views): Promise<ExitCode> {
  const { graph, configuration } = await openRepository(context);
  try {
    const view = only(showView(views[name], graph, undefined), context.options.only);
    const next = `iama check --phase conformance judges what differs`;
    const report = judgePhases(context, { command: name, graph, configuration, gates: [], views: [view], next });
    return printReport(context, report);
  } finally {
    graph.close();
  }
}

function only(view: ViewData, standing: CommandContext['options'][string]): ViewData {
  if (typeof standing !== 'string') return view;
  const wanted = {
    both: ['both'],
    specified: ['contract only', 'document only'],
    observed: ['code only', 'prefix unknown', 'operational'],
  }[standing as 'both' | 'specified' | 'observed'];
  return {
    ...view,
    rows: view.rows.filter(({ state }) => state !== undefined && !Array.isArray(state) && wanted.includes(state.text)),
  };
}
