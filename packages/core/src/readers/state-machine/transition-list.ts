import type { Document } from '../../document/document.ts';
import { firstWords, type ListRun } from '../../document/list-runs.ts';
import { arrowLook, readSide } from './split-arrows.ts';
import { isIdentifier, isWildcard, leadingName } from './state-name.ts';
import type { MachineStatement, TransitionStatement } from './state-statement.ts';

const transitionLabel =
  /\b(?:(?:allowed|valid|legal|permitted|possible|required|supported|state|status|main|normal|forward|backward)\s+){0,3}transitions?\b(?:\s+(?:rules?|map|table|list|graph))?\s*(?:$|[(:：]|are\b|include\b)|^(?:状态)?(?:流转|转换|转移)(?:规则)?$|^(?:状態)?遷移$/i;

/** `A`: `B`, `C`, or an item with the targets as items below it, under words that speak of transitions. */
export function transitionList(document: Document, run: ListRun, label: string): MachineStatement | undefined {
  if (!transitionLabel.test(label) || run.parent?.kind === 'item') return undefined;
  const transitions: TransitionStatement[] = [];
  let read = 0;
  for (const item of run.items) {
    const text = firstWords(document, item);
    if (arrowLook.test(text)) continue;
    const wild = /^([^:：]+)[:：]/.exec(text)?.[1];
    const head =
      wild !== undefined && isWildcard(wild) ? { name: '*', rest: text.slice(wild.length) } : leadingName(text);
    if (!head) continue;
    const inline =
      /^[:：]\s*(?:can (?:go|move|transition) to\s+|to\s+)?(.+)$|^can (?:go|move|transition)\s+to\s+(.+)$/su.exec(
        head.rest,
      );
    const side = inline ? readSide(inline[1] ?? inline[2] ?? '') : undefined;
    const nested = item.node.children.filter((child) => child.type === 'list').flatMap((list) => list.children);
    const column = item.column + (item.label?.length ?? 0) + 1;
    if (side?.names.every((name) => name.style !== 'word')) {
      for (const name of side.names)
        transitions.push({
          from: head.name,
          to: name.name,
          line: item.line,
          lastLine: item.line,
          column,
          ...(side.trailing ? { trigger: side.trailing } : {}),
        });
      read += 1;
    } else if (nested.length > 0 && /^[:：]?$/.test(head.rest)) {
      for (const child of nested) {
        const line = child.position?.start.line ?? item.line;
        const target = readSide(
          (document.lines[line - 1] ?? '').replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:(?:→|-+>|=>|to)\s*)?/, ''),
        );
        for (const name of target?.names ?? []) {
          const why = target?.trailing ?? name.note;
          transitions.push({
            from: head.name,
            to: name.name,
            line,
            lastLine: line,
            column: child.position?.start.column ?? 1,
            ...(why ? { trigger: why } : {}),
          });
        }
      }
      read += 1;
    }
  }
  const names = new Set(transitions.flatMap((step) => [step.from, step.to]));
  if (
    transitions.length < 2 ||
    read < run.items.length * 0.6 ||
    ![...names].every((name) => name === '*' || isIdentifier(name))
  )
    return undefined;
  return { form: 'table', section: run.section, states: [], transitions };
}
