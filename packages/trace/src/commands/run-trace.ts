import type { CommandContext } from '@iama/command';
import { judgePhases, openRepository, printReport, showView, UserError } from '@iama/command';
import type { ExitCode, Finding, GraphView, ViewData } from '@iama/model';
import { gates } from '../gates.ts';
import { type MatrixQuestion, matrix } from '../views/matrix.ts';
import { requirementTrace } from '../views/requirement.ts';

export async function run(context: CommandContext): Promise<ExitCode> {
  const { options, arguments: ids } = context;
  const { graph, configuration } = await openRepository(context);
  try {
    checkIds(graph, ids);
    const views = ids.length > 0 ? ids.map((id) => oneRequirement(graph, id)) : [wholeMatrix(graph, options)];
    const report = judgePhases(context, {
      command: 'trace',
      graph,
      configuration,
      gates,
      views,
      ...(ids.length > 0 ? { about: (finding: Finding) => ids.includes(finding.subject) } : {}),
    });
    return printReport(context, { ...report, ...nextStep(report.findings[0], views, ids) });
  } finally {
    graph.close();
  }
}

function wholeMatrix(graph: GraphView, options: CommandContext['options']): ViewData {
  const compact = options.format === 'text' && options.wide !== true;
  const question: MatrixQuestion = {
    compact,
    ...(typeof options.scope === 'string' ? { scope: options.scope } : {}),
    ...(typeof options.priority === 'string' ? { priority: options.priority } : {}),
    ...(typeof options.status === 'string' ? { status: options.status as 'uncovered' } : {}),
  };
  return showView(matrix, graph, question, compact);
}

function oneRequirement(graph: GraphView, id: string): ViewData {
  const view = showView(requirementTrace, graph, id);
  return { ...view, id: `${view.id}/${id}`, title: id };
}

function checkIds(graph: GraphView, ids: readonly string[]): void {
  const unknown = ids.filter((id) => graph.nodes('requirement', { id }).length === 0);
  if (unknown.length === 0) return;
  throw new UserError(
    unknown.length === 1 ? 'No document defines this requirement' : 'No document defines these requirements',
    {
      mistakes: unknown.map((id) => {
        const near = graph.nearest('requirement', id);
        return `\`${id}\`${near ? `; the nearest known one is \`${near}\`` : ''}`;
      }),
    },
  );
}

function nextStep(first: Finding | undefined, views: readonly ViewData[], ids: readonly string[]): { next?: string } {
  if (first) return { next: `iama explain '${first.id}' says why and what to do` };
  const id = views[0]?.rows[0]?.id;
  if (ids.length > 0 || id === undefined || Array.isArray(id)) return {};
  return { next: `iama trace ${id.text} shows everything one requirement touches` };
}
