import { DiagramGraph } from './diagram-graph.ts';

/** A state diagram in Mermaid or PlantUML notation; `title` when the diagram has one. */
export interface StateDiagram {
  readonly graph: DiagramGraph;
  readonly title: string | undefined;
}

const arrow =
  /\s*(<?-{1,2}(?:\[[^\]]{0,40}\])?(?:left|right|up|down|le?|ri?|do?|u)?(?:\[[^\]]{0,40}\])?-{0,2}>|<-{1,2})\s*/;
const declared =
  /^state\s+(?:"([^"]*)"\s+as\s+([^\s{<:[]+)|([^\s{<:["]+)\s+as\s+"([^"]*)"|"([^"]+)"|([^\s{<:["]+))\s*(?:#\w+\s*)?(?:(<<\w+>>|\[\[\w+\]\])\s*)?(?:#\w+\s*)?(?::\s*(.*?)\s*)?(\{)?\s*(?:\}\s*)?$/;
const skipped =
  /^(?:%%|'|\/'|!|@(?:start|end)uml|stateDiagram|direction\b|hide\b|show\b|scale\b|skinparam\b|left to right|top to bottom|class\b|classDef\b|style\b|click\b|acc(?:Title|Descr)\b|caption\b|header\b|footer\b|legend\b|endlegend|(?:--|\|\|)$|as\b|end\b)/i;
const mark = /^\[(?:\*|H\*?)\]$/;

/** Reads the lines of a state diagram: Mermaid `stateDiagram(-v2)`, or PlantUML's notation of the same. */
export function readStateDiagram(lines: readonly string[], firstLine: number): StateDiagram {
  const graph = new DiagramGraph();
  const open: string[] = [];
  let title: string | undefined;
  let inside: 'note' | 'braces' | 'front' | undefined;
  for (const [index, raw] of lines.entries()) {
    const line = firstLine + index;
    const text = raw
      .replace(/:::[\w-]+/g, '')
      .replace(/;\s*$/, '')
      .trim();
    if (inside !== undefined) {
      if (inside === 'front') title = /^title:\s*(.+)$/.exec(text)?.[1]?.replace(/^["']|["']$/g, '') ?? title;
      const closing = inside === 'note' ? /^end ?note$/i : inside === 'front' ? /^---$/ : /\}$/;
      if (closing.test(text)) inside = undefined;
      continue;
    }
    if (text === '') continue;
    if (index === 0 && text === '---') inside = 'front';
    else if (/^note\b/i.test(text)) inside = /:|^note\s+"/.test(text) ? undefined : 'note';
    else if (/^(?:skinparam|legend)\b.*\{$/i.test(text)) inside = 'braces';
    else if (/^title\b/i.test(text)) title = text.slice(5).replace(/^[\s:]+/, '');
    else if (skipped.test(text)) continue;
    else if (text.startsWith('}')) open.pop();
    else takeLine(text, raw, line, graph, open);
  }
  return { graph, title };
}

function takeLine(text: string, raw: string, line: number, graph: DiagramGraph, open: string[]): void {
  const column = (name: string, from = 0): number => Math.max(0, raw.indexOf(name, from)) + 1;
  const state = declared.exec(text);
  if (state) {
    const id = state[2] ?? state[3] ?? state[5] ?? state[6] ?? '';
    if (
      /<<(?:choice|fork|join|start|end|entry\w*|exit\w*|history\*?|input\w*|output\w*|expansion\w*)>>|\[\[(?:choice|fork|join)\]\]/i.test(
        state[7] ?? '',
      )
    )
      graph.pseudo(id, line, column(id));
    else graph.node(id, line, column(id), state[1] ?? state[4] ?? state[8]);
    if (state[9]) open.push(id);
    return;
  }
  const parts = text.split(arrow);
  if (parts.length >= 3) {
    takeArrows(parts, raw, line, graph, open.length);
    return;
  }
  const described = /^([^\s:{}]+)\s*:\s*(.+)$/.exec(text) ?? /^([A-Za-z_][\w-]*)$/.exec(text);
  if (described?.[1] && !mark.test(described[1])) graph.node(described[1], line, column(described[1]), described[2]);
}

function takeArrows(parts: readonly string[], raw: string, line: number, graph: DiagramGraph, depth: number): void {
  const tail = /^([^:]*?)\s*(?::\s*(.*))?$/s.exec(parts.at(-1) ?? '');
  const names = parts
    .filter((_, index) => index % 2 === 0)
    .map((name, index, all) => (index === all.length - 1 ? (tail?.[1] ?? '') : name));
  const label = tail?.[2]?.replace(/<br\s*\/?>|\\n/gi, ' ');
  let from = 0;
  const places = names.map((name) => {
    const at = Math.max(0, raw.indexOf(name, from));
    from = at + name.length;
    return at + 1;
  });
  for (let index = 0; index + 1 < names.length; index += 1) {
    const backwards = (parts[index * 2 + 1] ?? '').startsWith('<-') && !(parts[index * 2 + 1] ?? '').endsWith('>');
    const [a, b] = backwards ? [index + 1, index] : [index, index + 1];
    const source = bareName(names[a]);
    const target = bareName(names[b]);
    if (source === '' || target === '') continue;
    if (/\s/.test(source) || /\s/.test(target)) continue;
    if (mark.test(source)) {
      if (!mark.test(target)) graph.initial(target, line, places[b] ?? 1);
    } else if (mark.test(target)) {
      if (target === '[*]' && depth === 0) graph.terminal(source, line, places[a] ?? 1);
      else graph.node(source, line, places[a] ?? 1);
    } else graph.edge(source, target, label, line, places[a] ?? 1, places[b] ?? 1);
  }
}

/** Without quotes, colour and history mark. */
function bareName(text: string | undefined): string {
  const bare = (text ?? '')
    .replace(/<<\w+>>/g, '')
    .replace(/#[\w-]+$/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
  return mark.test(bare) ? bare : bare.replace(/\[H\*?\]$/, '');
}
