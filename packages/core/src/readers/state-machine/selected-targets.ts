import type { Document } from '../../document/document.ts';
import { firstWords, listRuns } from '../../document/list-runs.ts';
import { isScreaming, stateName } from './state-name.ts';
import type { MachineStatement, TransitionStatement } from './state-statement.ts';

const from = /(?:^|\s)(?:from|in|while in)\s+(?:the\s+)?`([^`\n]{2,50})`[^`]*[:：]\s*$/i;
/** An encoding error often leaves `??` where an arrow stood. */
const lost =
  /^(?:`([^`\n]{1,60})`|["“]([^"”\n]{1,60})["”]|\*\*([^*\n]{1,60})\*\*|([^`→?\n]{1,60}?))\s*(?:→|-{1,2}>|=>|➔|\?\?)\s*`([A-Z][A-Z0-9_]+)`/;

/** "From `A`, the user selects:" over a list of "`choice` → `B`". */
export function selectedTargets(document: Document, known: ReadonlySet<string>): MachineStatement[] {
  const found: MachineStatement[] = [];
  for (const run of listRuns(document)) {
    const source = stateName(from.exec(run.label)?.[1] ?? '');
    if (source === undefined || !(known.has(source) || isScreaming(source))) continue;
    const transitions: TransitionStatement[] = [];
    for (const item of run.items) {
      const match = lost.exec(firstWords(document, item));
      const target = match?.[5];
      const choice = (match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? '').trim();
      if (target === undefined || (known.size > 0 && !known.has(target)) || known.has(choice)) continue;
      const column = (document.lines[item.line - 1] ?? '').indexOf(target) + 1;
      transitions.push({
        from: source,
        to: target,
        trigger: choice,
        line: item.line,
        lastLine: item.line,
        column: Math.max(1, column),
      });
    }
    if (transitions.length > 0) found.push({ form: 'sentence', section: run.section, states: [], transitions });
  }
  return found;
}
