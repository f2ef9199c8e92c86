import { nearestWord } from '@iama/core';
import type { EdgeFact, ExitCode, NodeFact, NodeKind } from '@iama/model';
import { edgeKinds, exitCodes, nodeAttributes } from '@iama/model';
import type { CommandContext } from '../command-spec.ts';
import { openRepository } from '../open-repository.ts';
import { UserError } from '../user-error.ts';
import { writeOutput } from '../write-output.ts';

/**
 * Prints every node and edge of the graph; ends in 4 when something that may hold more was not read.
 *
 * @implements IAMA-GRAPH-004
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const kinds = askedKinds(context.options.kind);
  const { graph } = await openRepository(context);
  const nodes = kinds.flatMap((kind): NodeFact[] => graph.nodes(kind));
  const wanted = new Set<string>(kinds);
  const edges = edgeKinds
    .flatMap((kind) => graph.edges(kind))
    .filter((edge) => wanted.has(edge.from.kind) && wanted.has(edge.to.kind));
  const { key } = graph;
  const problems = graph.problems();
  graph.close();
  const text =
    context.options.format === 'ndjson'
      ? [...nodes.map(nodeLine), ...edges.map(edgeLine)].map((line) => `${JSON.stringify(line)}\n`).join('')
      : `${JSON.stringify({ schema: 'iama.graph/1', graph: key, nodes: nodes.map(nodeLine), edges: edges.map(edgeLine) }, undefined, 1)}\n`;
  writeOutput(context, text);
  for (const { at, message } of problems) context.io.err(`not read: ${at.path}:${at.line} ${message}\n`);
  const hidden = problems.some((problem) => problem.hides.length > 0);
  return nodes.length === 0 || hidden ? exitCodes.unverified : exitCodes.pass;
}

function askedKinds(option: CommandContext['options'][string]): NodeKind[] {
  const known = Object.keys(nodeAttributes) as NodeKind[];
  if (!Array.isArray(option)) return known;
  return option.map((kind: string) => {
    if (known.includes(kind as NodeKind)) return kind as NodeKind;
    const near = nearestWord(kind, known);
    throw new UserError(`There is no kind of node \`${kind}\``, {
      hint: near ? `The nearest known one is \`${near}\`` : `Known: ${known.join(', ')}`,
    });
  });
}

function nodeLine({ kind, id, side, at, attributes }: NodeFact): object {
  return { kind, id, side, at, attributes };
}

function edgeLine({ kind, from, to, at, how, evidence }: EdgeFact): object {
  return { kind, from, to, at, how, evidence };
}
