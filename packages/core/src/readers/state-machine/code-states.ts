import type { Block, Document } from '../../document/document.ts';
import { takesBack } from './state-context.ts';
import { stateName } from './state-name.ts';
import type { MachineStatement, StateStatement } from './state-statement.ts';

const opening =
  /^\s*(?:export\s+)?(?:public\s+)?(?:declare\s+)?(?:const\s+)?(?:enum(?:\s+class)?|type|class|sealed (?:class|interface))\s+([A-Z]\w*(?:State|Status|States|Statuses|Phase))\b(.*)$/;
const foreign =
  /^(?:Http|HTTP|Response|Exit|App|Application|Root|Ui|UI|View|Component|Form|Loading|Fetch|Request|Global|Store|Redux|Store|Component|Props|Health|Link|Input|Button)/;

/** Enumerations whose name says that they are states, in code examples: `enum JobState { … }`, `type JobStatus = 'a' | 'b'`. */
export function codeStates(document: Document): MachineStatement[] {
  const found: MachineStatement[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'code' || !/Stat(?:e|us)|Phase/.test(block.node.value)) continue;
    for (let line = block.line + 1; line < block.lastLine; line += 1) {
      const match = opening.exec(document.lines[line - 1] ?? '');
      if (!match?.[1] || foreign.test(match[1]) || takesBack(document.lines[line - 2] ?? '')) continue;
      const states = membersFrom(document, block, line, match[1]);
      if (states.length >= 2)
        found.push({
          form: 'code',
          section: block.section,
          machine: match[1].replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
          states,
          transitions: [],
        });
    }
  }
  return found;
}

function membersFrom(document: Document, block: Block<'code'>, first: number, name: string): StateStatement[] {
  const states: StateStatement[] = [];
  const head = document.lines[first - 1] ?? '';
  const union = /^\s*(?:export\s+)?type\s/.test(head);
  const indent = head.length - head.trimStart().length;
  let opened = false;
  for (let line = first; line < block.lastLine; line += 1) {
    let text = document.lines[line - 1] ?? '';
    let base = 0;
    if (line === first) {
      base = text.indexOf(name) + name.length;
      text = text.slice(base);
    } else if (text.trim() !== '' && text.length - text.trimStart().length <= indent && !/^\s*[|{]/.test(text)) break;
    const bare = text.replace(/\/\/.*$|#.*$|\/\*.*?\*\//g, (comment) => ' '.repeat(comment.length));
    if (union) {
      if (/[{[<]/.test(bare)) return [];
      for (const member of bare.matchAll(/['"]([A-Za-z][\w -]*)['"]/g))
        push(states, member[1], line, base + (member.index ?? 0) + 2);
      if (/;\s*$/.test(bare)) break;
      continue;
    }
    const braces = /[{:]/.exec(bare);
    const from = opened || !braces ? (opened ? 0 : bare.length) : braces.index + 1;
    opened ||= braces !== null;
    const body = bare.slice(from);
    if (/\bdef\b|\bfun\b|\bfunction\b|\(self/.test(body)) break;
    for (const member of body.matchAll(
      /(?:^|[,{]|\bcase\s)\s*([A-Za-z]\w*)\s*(?:=\s*(?:['"][^'"]*['"]|[\w.]+(?:\([^)]*\))?))?\s*(?=[,}(;]|$)/g,
    )) {
      if (!/^(?:case|auto|object|data|pass|val|public|private)$/.test(member[1] ?? ''))
        push(states, member[1], line, base + from + (member[0].indexOf(member[1] ?? '') + (member.index ?? 0)) + 1);
    }
    if (/\}/.test(body)) break;
  }
  return states;
}

function push(states: StateStatement[], text: string | undefined, line: number, column: number): void {
  const name = text === undefined ? undefined : stateName(text);
  if (name !== undefined && !states.some((state) => state.name === name))
    states.push({ name, line, lastLine: line, column });
}
