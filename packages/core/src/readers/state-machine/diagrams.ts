import type { Block, Document } from '../../document/document.ts';
import { DiagramGraph } from './diagram-graph.ts';
import { readFlowchart } from './flowchart.ts';
import { headingsOver, speaksOfStates, takesBack } from './state-context.ts';
import { readStateDiagram } from './state-diagram.ts';
import { isScreaming, isStative } from './state-name.ts';
import type { MachineStatement } from './state-statement.ts';

/** Drawn machines: Mermaid state diagrams, PlantUML, and flowcharts and Graphviz graphs under words that speak of states. */
export function diagrams(document: Document): MachineStatement[] {
  const found: MachineStatement[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'code') continue;
    const drawn = readDiagram(document, block, document.blocks[index - 1]);
    if (!drawn) continue;
    const { states, transitions } = drawn.graph.statements();
    if (states.length === 0 || transitions.length === 0) continue;
    found.push({
      form: 'diagram',
      section: block.section,
      ...(drawn.title === undefined ? {} : { machine: drawn.title }),
      states,
      transitions,
    });
  }
  return found;
}

function readDiagram(
  document: Document,
  block: Block<'code'>,
  before: Block | undefined,
): { graph: DiagramGraph; title: string | undefined } | undefined {
  const lang = (block.node.lang ?? '').toLowerCase();
  const value = block.node.value;
  const first = /^\s*(?:---[\s\S]*?---\s*)?(?:%%[^\n]*\s*)*(\w[\w-]*)/.exec(value)?.[1] ?? '';
  const lines = document.lines
    .slice(block.line, block.lastLine - (value === '' ? 0 : 1))
    .map((line) => line.replace(/^(?:\s*>)+\s?/, ''));
  const label =
    before && before.section === block.section && before.kind === 'paragraph'
      ? document.lines
          .slice(before.line - 1, before.lastLine)
          .join(' ')
          .slice(-300)
      : '';
  if (takesBack(label)) return undefined;
  if (/^stateDiagram/i.test(first) && (lang === '' || lang.startsWith('mermaid') || lang.startsWith('{mermaid')))
    return readStateDiagram(lines, block.line + 1);
  if (/^(?:plantuml|puml|uml|plant)$/.test(lang) || /^\s*@startuml/.test(value)) {
    if (
      !/\[\*\]|^\s*state\s+["\w]/m.test(value) ||
      /^\s*(?:participant|actor|:[^\n]*;|start$|class |interface |component )/m.test(value)
    )
      return undefined;
    return readStateDiagram(lines, block.line + 1);
  }
  const title = /^\s*title:?\s+(.+)$/m.exec(value)?.[1];
  const words = [label, title ?? '', ...headingsOver(block.section).slice(0, 2)];
  if (!words.some(speaksOfStates)) return undefined;
  if (/^(?:graph|flowchart)$/i.test(first) && (lang === '' || lang.startsWith('mermaid')))
    return judged(readFlowchart(lines, block.line + 1), title);
  if (/^(?:dot|graphviz|gv)$/.test(lang) || /^digraph$/i.test(first))
    return judged(readDot(lines, block.line + 1), title);
  return undefined;
}

/** Boxes and arrows draw everything; only names of conditions make them a machine. */
function judged(
  graph: DiagramGraph,
  title: string | undefined,
): { graph: DiagramGraph; title: string | undefined } | undefined {
  const names = graph.names();
  const fit = names.filter((name) => isScreaming(name) || isStative(name)).length;
  return names.length >= 2 && fit / names.length >= 0.6 ? { graph, title } : undefined;
}

const dotName = '(?:"([^"]+)"|([A-Za-z_]\\w*))';
const dotEdge = new RegExp(`^\\s*${dotName}((?:\\s*->\\s*(?:"[^"]+"|[A-Za-z_]\\w*))+)\\s*(?:\\[(.*)\\])?\\s*;?\\s*$`);

function readDot(lines: readonly string[], firstLine: number): DiagramGraph {
  const graph = new DiagramGraph();
  for (const [index, raw] of lines.entries()) {
    const match = dotEdge.exec(raw);
    if (!match) continue;
    const label = /label\s*=\s*"([^"]*)"/.exec(match[4] ?? '')?.[1];
    let from = match[1] ?? match[2] ?? '';
    for (const [, quoted, plain] of (match[3] ?? '').matchAll(new RegExp(`->\\s*${dotName}`, 'g'))) {
      const to = quoted ?? plain ?? '';
      graph.edge(from, to, label, firstLine + index, raw.indexOf(from) + 1 || 1, raw.indexOf(to) + 1 || 1);
      from = to;
    }
  }
  return graph;
}
