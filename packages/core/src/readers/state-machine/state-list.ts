import type { Document } from '../../document/document.ts';
import { anyLine, linesWith } from '../../document/lines-with.ts';
import { firstWords, type ListRun, listRuns } from '../../document/list-runs.ts';
import { arrowLook } from './split-arrows.ts';
import { isAboutStates, isTakenBack, takesBack } from './state-context.ts';
import { fencedStates, stateEnumeration } from './state-enumeration.ts';
import { bareLabel, ends, machineOf, otherStates, starts, stateLabel, stateOf } from './state-label.ts';
import { isScreaming, isStative, leadingName } from './state-name.ts';
import type { MachineStatement, StateStatement } from './state-statement.ts';
import { transitionList } from './transition-list.ts';

/** Lines that may call what follows states. */
const labels =
  /(?:stat(?:e|us|i|y|ut)|状态|狀態|状態|ステータス|终态|終態|终止|終了|estado|zust|état|상태|состоян|статус|holat)[^\n]{0,80}(?:[:：]|\bare\b|\bis\b|$)/gim;

/** Lists under words that call them states, inline enumerations (`Terminal states: …`), and lists of what each state leads to. */
export function stateLists(document: Document): MachineStatement[] {
  const found: MachineStatement[] = [];
  for (const run of listRuns(document)) {
    const label = labelOf(run);
    if (isTakenBack(label, run.section) || otherStates.test(label)) continue;
    const said = transitionList(document, run, label) ?? itemList(document, run, label);
    if (said) found.push(said);
  }
  const lines = linesWith(document, labels);
  for (const block of document.blocks) {
    if (!anyLine(lines, block.line - 3, block.lastLine)) continue;
    if (block.kind !== 'paragraph' && block.kind !== 'code') continue;
    const said = block.kind === 'paragraph' ? stateEnumeration(document, block) : fencedStates(document, block);
    if (said) found.push(said);
  }
  return found;
}

/** What introduces a list: the words right above it, else its heading. */
function labelOf(run: ListRun): string {
  const label = bareLabel(run.label);
  return label === '' && run.parent === undefined ? bareLabel(run.section.title) : label;
}

function itemList(document: Document, run: ListRun, label: string): MachineStatement | undefined {
  const terminal = ends.test(label);
  const initial = starts.test(label);
  const sentence = label.split(/(?<=[.!?。])\s+/).at(-1) ?? label;
  const explicit = terminal || initial || stateLabel.test(sentence);
  const heading = run.label === '' && run.parent === undefined && isAboutStates(run.section);
  if (!explicit && !heading) return undefined;
  const heads = run.items.map((item) => {
    const text = firstWords(document, item);
    return arrowLook.test(text) ? undefined : leadingName(text);
  });
  const good = heads.filter((head) => head !== undefined);
  if (good.length < (explicit ? 1 : 3) || good.length < run.items.length * 0.8) return undefined;
  if (
    good.some((head) => /^superseded$/i.test(head.name)) &&
    good.some((head) => /^(?:accepted|proposed)$/i.test(head.name))
  )
    return undefined;
  const marked = good.filter((head) => head.style !== 'word').length / good.length;
  const fit = good.filter((head) => isScreaming(head.name) || isStative(head.name)).length / good.length;
  const short = good.every((head) => head.name.split(' ').length <= 3 && /^(?:$|[(（:：—–,-])/.test(head.rest));
  const brief = good.filter((head) => head.name.split(' ').length <= 2).length / good.length;
  const told = (marked >= 0.8 || short) && fit >= 0.3;
  if (brief < 0.7 || (explicit ? !told : marked < 0.8 || fit < 0.5)) return undefined;
  const capitals = good.filter((head) => isScreaming(head.name)).length >= good.length * 0.5;
  if (document.role === 'ux' && fit < 0.8) return undefined;
  const states = run.items.flatMap((item, index): StateStatement[] => {
    const head = heads[index];
    if (!head || takesBack(firstWords(document, item).slice(0, 3)) || (capitals && !isScreaming(head.name))) return [];
    return [
      {
        ...stateOf(head, item.line, item.lastLine, item.column + (item.label?.length ?? 0) + 1),
        ...(terminal ? { terminal } : {}),
        ...(initial ? { initial } : {}),
      },
    ];
  });
  return {
    form: 'list',
    section: run.section,
    ...machineOf(sentence),
    states,
    transitions: [],
    ...(terminal || initial ? { remark: true } : {}),
  };
}
