import type { Block, Document } from '../../document/document.ts';
import { arrowLook, readSide } from './split-arrows.ts';
import { takesBack } from './state-context.ts';
import { bareLabel, ends, machineOf, otherStates, starts, stateLabel, stateOf } from './state-label.ts';
import { isScreaming, isStative, leadingName } from './state-name.ts';
import type { MachineStatement, StateStatement } from './state-statement.ts';

const enumerationHead =
  /^(?:[-*+]\s+)?(?:\*\*|__)?([^:：`*]{2,60}?)(?:\*\*|__)?\s*(?:\(([^)]{0,80})\)|（[^）]{0,80}）)?\s*(?:\*\*|__)?\s*(?:[:：]|\bare\b|\bis\b)\s*(?:\*\*|__)?\s*(?:one of\s+)?(\S.*)$/su;

/** `States: A, B, C` in one paragraph or item. */
export function stateEnumeration(document: Document, block: Block<'paragraph'>): MachineStatement | undefined {
  for (let line = block.line; line <= block.lastLine; line += 1) {
    const raw = document.lines[line - 1] ?? '';
    const lead = /^[\s>]*(?:[-*+]\s+|\d{1,3}[.)]\s+)?/.exec(raw)?.[0].length ?? 0;
    const text = raw.slice(lead);
    if (!/stat|状态|狀態|状態|ステータス|终态|終態|estado|zust|état/i.test(text.slice(0, 80))) continue;
    const match = enumerationHead.exec(text);
    const label = match?.[1]?.trim();
    if (!match || label === undefined || takesBack(label) || otherStates.test(label) || arrowLook.test(match[3] ?? ''))
      continue;
    const terminal = ends.test(label);
    const initial = starts.test(label);
    if (!terminal && !initial && !stateLabel.test(label)) continue;
    const list = match[3] ?? '';
    const side = readSide(list);
    if (!side || side.names.some((name) => name.name === '*') || side.names.length < (terminal || initial ? 1 : 3))
      continue;
    const fit = side.names.filter((name) => isScreaming(name.name) || isStative(name.name)).length / side.names.length;
    if (side.names.some((name) => name.style === 'word') && (fit < 0.5 || side.trailing !== undefined)) continue;
    if (fit < 0.3 && !terminal && !initial) continue;
    const base = lead + (match[0].length - list.length);
    const states = side.names.map(
      (name): StateStatement => ({
        name: name.name,
        line,
        lastLine: line,
        column: base + name.offset + 1,
        ...(terminal ? { terminal } : {}),
        ...(initial ? { initial } : {}),
        ...(name.note === undefined ? {} : { note: name.note }),
      }),
    );
    return {
      form: 'list',
      section: block.section,
      ...machineOf(label),
      states,
      transitions: [],
      ...(terminal || initial ? { remark: true } : {}),
    };
  }
  return undefined;
}

/** One name a line in a fence right under words that call them states. */
export function fencedStates(document: Document, block: Block<'code'>): MachineStatement | undefined {
  if (!/^(?:|te?xt|plain)$/i.test(block.node.lang ?? '') || block.node.value.length > 4000) return undefined;
  const above =
    document.lines
      .slice(Math.max(0, block.line - 4), block.line - 1)
      .reverse()
      .find((line) => line.trim() !== '') ?? '';
  const label = bareLabel(above.replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s*/, ''));
  if (!stateLabel.test(label) || takesBack(label) || otherStates.test(label) || arrowLook.test(block.node.value))
    return undefined;
  const states: StateStatement[] = [];
  for (let line = block.line + 1; line < block.lastLine; line += 1) {
    const text = document.lines[line - 1] ?? '';
    if (text.trim() === '') continue;
    const head = leadingName(text);
    if (!head || !(isScreaming(head.name) || isStative(head.name)) || !/^(?:$|[,(:#—–-]|\/\/)/.test(head.rest))
      return undefined;
    states.push(
      stateOf({ ...head, rest: head.rest.replace(/^[,#/\s]+/, '') }, line, line, text.indexOf(head.name) + 1),
    );
  }
  return states.length >= 2
    ? { form: 'list', section: block.section, ...machineOf(label), states, transitions: [] }
    : undefined;
}
