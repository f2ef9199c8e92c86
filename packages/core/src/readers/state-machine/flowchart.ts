import { DiagramGraph } from './diagram-graph.ts';

const link =
  /\s*(?:<?(?:--|==|-\.)\s*"?([^-=.>|"\s][^>|"]{0,80}?)"?\s*(?:-{2,}|={2,}|-?\.-)>|<?(?:-{2,}|={2,}|-\.{1,3}-)[>ox]?(?:\s*\|\s*"?([^|]{0,120}?)"?\s*\|)?)\s*/g;
const shape =
  /^([\p{L}_][\p{L}\p{N}_.-]*?)\s*(?:@\{([^}]*)\}|(\(\(\(|\(\(|\(\[|\[\[|\[\(|\[\/|\[\\|\{\{|\{|\[|\(|>)\s*"?(.*?)"?\s*(?:\)\)\)|\)\)|\]\)|\]\]|\)\]|\/\]|\\\]|\}\}|\}|\]|\)))?$/su;
const skipped =
  /^(?:%%|(?:graph|flowchart)\b|subgraph\b|end$|style\b|classDef\b|class\b|linkStyle\b|click\b|direction\b|acc(?:Title|Descr)\b)/i;

/** Reads a Mermaid flowchart as a graph: diamonds only join arrows; circles called start and end are marks. */
export function readFlowchart(lines: readonly string[], firstLine: number): DiagramGraph {
  const graph = new DiagramGraph();
  const marks = new Map<string, 'start' | 'end'>();
  for (const [index, raw] of lines.entries()) {
    for (const text of raw.replace(/:::[\w-]+/g, '').split(';')) {
      const bare = text.trim();
      if (bare === '' || skipped.test(bare)) continue;
      takeLine(bare, raw, firstLine + index, graph, marks);
    }
  }
  return graph;
}

function takeLine(
  text: string,
  raw: string,
  line: number,
  graph: DiagramGraph,
  marks: Map<string, 'start' | 'end'>,
): void {
  const ends: { ids: string[]; label: string | undefined }[] = [];
  let from = 0;
  let label: string | undefined;
  const take = (piece: string): void => {
    const ids = piece
      .split(/\s+&\s+/)
      .map((one) => node(one.trim(), raw, line, graph, marks))
      .filter((id) => id !== undefined);
    ends.push({ ids, label });
  };
  for (const match of text.matchAll(link)) {
    if (match[0].trim() === '' || insideShape(text, match.index)) continue;
    take(text.slice(from, match.index));
    label = match[1] ?? match[2];
    from = match.index + match[0].length;
  }
  take(text.slice(from));
  for (let index = 0; index + 1 < ends.length; index += 1) {
    for (const source of ends[index]?.ids ?? []) {
      for (const target of ends[index + 1]?.ids ?? []) {
        const at = raw.indexOf(source) + 1 || 1;
        if (marks.get(source)) graph.initial(target, line, raw.indexOf(target) + 1 || 1);
        else if (marks.get(target)) graph.terminal(source, line, at);
        else graph.edge(source, target, ends[index + 1]?.label, line, at, raw.indexOf(target) + 1 || 1);
      }
    }
  }
}

/** True between an opening bracket and its closing one: a label may hold dashes. */
function insideShape(text: string, at: number): boolean {
  let depth = 0;
  for (let index = 0; index < at; index += 1) {
    if ('[({'.includes(text[index] ?? '')) depth += 1;
    else if (depth > 0 && '])}'.includes(text[index] ?? '')) depth -= 1;
  }
  return depth > 0;
}

function node(
  text: string,
  raw: string,
  line: number,
  graph: DiagramGraph,
  marks: Map<string, 'start' | 'end'>,
): string | undefined {
  const match = shape.exec(text);
  const id = match?.[1];
  if (!match || id === undefined) return undefined;
  const label = match[4] ?? /label:\s*"([^"]*)"/.exec(match[2] ?? '')?.[1];
  const round = /^\((?:\(|\[)/.test(match[3] ?? '');
  const words = (label ?? id).trim();
  if ((round || label === undefined) && /^(?:start|begin|end|stop|finish|\*|●)$/i.test(words)) {
    marks.set(id, /^(?:start|begin)$/i.test(words) ? 'start' : 'end');
  } else if (match[3] === '{') graph.pseudo(id, line, raw.indexOf(id) + 1 || 1);
  else if (!marks.has(id)) graph.node(id, line, raw.indexOf(id) + 1 || 1, label);
  return id;
}
