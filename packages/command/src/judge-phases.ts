import type { Graph } from '@iama/core';
import type { Gate } from '@iama/gate';
import { judge, runGates } from '@iama/gate';
import type { Configuration, Report, Severity, ViewData } from '@iama/model';
import type { CommandContext, Phase } from './command-spec.ts';
import { matchesGlob } from './configuration/matches-glob.ts';
import { UserError } from './user-error.ts';

/** All gates of the given phases, by id. */
export async function loadGates(phases: readonly Phase[]): Promise<Gate[]> {
  const lists = await Promise.all(phases.map((phase) => phase.loadGates()));
  return lists.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
}

export interface JudgingInput {
  readonly command: string;
  readonly graph: Graph;
  readonly configuration: Configuration;
  readonly gates: readonly Gate[];
  readonly views?: readonly ViewData[];
  readonly next?: string;
  /** Keeps only these findings, after judging. */
  readonly about?: (finding: Report['findings'][number]) => boolean;
}

/** Runs gates and gives the report: with nothing to look at it is never a pass. */
export function judgePhases(context: CommandContext, input: JudgingInput): Report {
  const { graph, configuration } = input;
  checkSeverities(configuration, input.gates);
  const run = runGates(input.gates, graph, { severity: configuration.severity ?? {} });
  const findings = input.about ? run.findings.filter(input.about) : run.findings;
  const looked = lookedAt(graph.counts());
  const unverified = [...nothingLooked(looked), ...unmatchedPaths(configuration, graph), ...run.unverified];
  const failOn = (context.options.failOn as Severity | undefined) ?? configuration.failOn;
  const report = judge(
    { findings, unverified },
    {
      command: input.command,
      graph: graph.key,
      looked,
      ...(failOn ? { failOn } : {}),
      ...(input.next === undefined ? {} : { next: input.next }),
    },
  );
  return input.views ? { ...report, views: [...input.views] } : report;
}

/** Kinds whose number tells a person what was looked at; the rest is in `iama export`. */
const told: Readonly<Record<string, string>> = {
  sources: 'sources',
  document: 'documents',
  requirement: 'requirements',
  acceptance: 'acceptance criteria',
  endpoint: 'endpoints',
  table: 'tables',
  transition: 'transitions',
  decision: 'decisions',
  'file (observed)': 'code files',
  'endpoint (observed)': 'routes',
  'table (observed)': 'migrated tables',
  'test (observed)': 'tests',
};

function lookedAt(counts: Readonly<Record<string, number>>): Record<string, number> {
  const looked: Record<string, number> = {};
  for (const [kind, name] of Object.entries(told)) {
    const count = counts[kind];
    if (count !== undefined && (count > 0 || kind === 'sources')) looked[name] = count;
  }
  return looked;
}

function nothingLooked(looked: Readonly<Record<string, number>>): Report['unverified'] {
  if (!looked.documents) {
    return [
      {
        reason:
          'No document was found: looked for Markdown (.md, .markdown, .mdx) and OpenAPI files that git does not ignore',
      },
    ];
  }
  if (!looked.requirements) {
    const reason =
      'No requirement was found in any document: looked for ids such as `FR-001` as list labels, headings, bold labels, table rows and paragraphs; `ids:` in iama.yaml adds patterns';
    return [{ reason }];
  }
  return [];
}

/** Paths of the configuration that match nothing: whoever wrote them believes that something is looked at there. */
function unmatchedPaths(configuration: Configuration, graph: Graph): Report['unverified'] {
  const { documents = [], code, tests = [], migrations = [] } = configuration;
  const declared = [...documents.map(({ path }) => path), ...(code || []), ...tests, ...migrations];
  if (declared.length === 0) return [];
  const paths = (['document', 'file', 'migration'] as const).flatMap((kind) =>
    graph.nodes(kind).map(({ at }) => at.path),
  );
  return declared
    .filter((glob) => !paths.some(matchesGlob(glob)))
    .map((glob) => ({ reason: `iama.yaml names \`${glob}\`, and nothing that is read matches it` }));
}

function checkSeverities(configuration: Configuration, gates: readonly Gate[]): void {
  const own = new Set(gates.map((gate) => gate.package));
  const known = new Set(gates.map((gate) => gate.id as string));
  const unknown = Object.keys(configuration.severity ?? {}).filter(
    (id) => own.has(id.split('/')[0] ?? '') && !known.has(id),
  );
  if (unknown.length === 0) return;
  throw new UserError('`iama.yaml` sets the severity of gates there are not', {
    mistakes: unknown.map((id) => `Unknown gate \`${id}\``),
    hint: '`iama gates` lists them',
  });
}
