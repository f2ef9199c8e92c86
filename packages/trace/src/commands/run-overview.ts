import type { CommandContext } from '@iama/command';
import { judgePhases, openRepository, printReport, showView } from '@iama/command';
import type { ExitCode } from '@iama/model';
import { gates } from '../gates.ts';
import { documents } from '../views/documents.ts';
import { matrix } from '../views/matrix.ts';

export async function run(context: CommandContext): Promise<ExitCode> {
  const { options } = context;
  const { graph, configuration } = await openRepository(context);
  try {
    const compact = options.format === 'text';
    const views = [showView(documents, graph, undefined), showView(matrix, graph, { compact }, compact)];
    const next = 'iama init writes down what was inferred; iama trace <id> shows one requirement';
    return printReport(
      context,
      judgePhases(context, { command: 'overview', graph, configuration, gates, views, next }),
    );
  } finally {
    graph.close();
  }
}
