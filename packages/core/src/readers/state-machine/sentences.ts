import type { Block, Document } from '../../document/document.ts';
import { anyLine, linesWith } from '../../document/lines-with.ts';
import { firstWords, listRuns } from '../../document/list-runs.ts';
import { isAboutStates, takesBack } from './state-context.ts';
import type { MachineStatement, TransitionStatement } from './state-statement.ts';
import { readSentences, type SentenceStep } from './transition-sentence.ts';

const look =
  /(?:transition|\bmov(?:e|ing)|\breturn|\bgo(?:es|ing)?\b|advance|change|switch|proceed|\bfall|revert)[^.]{0,120}?\b(?:in)?to\b/gi;

/** Transitions stated in running text and list items. Negative examples and lists of what is not allowed are left out. */
export function sentences(document: Document, known: ReadonlySet<string>): MachineStatement[] {
  const found: MachineStatement[] = [];
  const lines = linesWith(document, look);
  if (lines.length === 0) return found;
  const negative = new Set<Block>(
    listRuns(document)
      .filter((run) => takesBack(run.label) || (run.label === '' && takesBack(run.section.title)))
      .flatMap((run) => run.items),
  );
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    if (block.kind === 'paragraph' && block.parent?.kind === 'item' && block.parent.line === block.line) continue;
    if (!anyLine(lines, block.line, block.lastLine) || negative.has(block)) continue;
    if (block.parent && negative.has(block.parent)) continue;
    const text = firstWords(document, block);
    if (takesBack(text.slice(0, 30))) continue;
    const steps = readSentences(text, known, isAboutStates(block.section));
    if (steps.length === 0) continue;
    const transitions = steps.map((step) => placed(document, block, step));
    found.push({ form: 'sentence', section: block.section, states: [], transitions });
  }
  return found;
}

/** Puts a step on the line that names its target. */
function placed(document: Document, block: Block, step: SentenceStep): TransitionStatement {
  for (let line = block.line; line <= block.lastLine; line += 1) {
    const at = (document.lines[line - 1] ?? '').indexOf(step.to);
    if (at >= 0) return { ...step, line, lastLine: line, column: at + 1 };
  }
  return { ...step, line: block.line, lastLine: block.line, column: block.column };
}
