import type { FieldKey } from './field-words.ts';
import { fieldKey, longestLabel } from './field-words.ts';

export interface Field {
  /** Lower-case label as said. */
  readonly label: string;
  readonly key: FieldKey;
  /** What follows the label on its line, markup kept. */
  readonly value: string;
  readonly bold: boolean;
}

const open = '(?:\\*\\*|__|\\*|_|`)?';
const colonField = new RegExp(
  `^(?:[-*+•]\\s+)?(?:\\p{So}\\uFE0F?\\s*)*(${open})\\[?([^\\s:：*_\`|\\[\\]][^:：*\`|\\[\\]]{0,${longestLabel}}?)\\]?\\s*${open}\\s*([:：]|嚗)\\s*(${open})\\s*(.*)$`,
  'su',
);
const boldField = /^(?:[-*+•]\s+)?(?:\p{So}\uFE0F?\s*)*(\*\*|__)([^*_:：|]{1,48})\1\s*(?:[-–—]\s+)?(.*)$/su;
const optionField = /^:([\w-]{1,40}):\s*(.*)$/s;
/** Labels that are looked for in the middle of a line, after a sentence, a bracket or a bar. */
const inlineLabel =
  /(?:[.;。；|·•([（【]\s*|\s[–—]\s|<br\s*\/?>\s*|\s{2,}|\*\*|__)(?:\*\*|__)?(Priority|Prio|Acceptance(?: Criteria)?|Rationale|Status|优先级|優先級|优先|优先度|優先度|验收标准|驗收標準|验收|驗收|우선순위|Приоритет|Priorität|Priorité|Prioridad|Prioridade|Priorità)(?:\*\*|__)?\s*[:：]\s*(?:\*\*|__)?/giu;

const keyword =
  /(?:priority|prio|acceptance(?: criteria)?|rationale|status|优先级?|優先[級度]?|验收(?:标准)?|驗收(?:標準)?|우선순위|приоритет|priorit[àéä]t?|prioridade?)(?:\*\*|__)?\s?[:：嚗]/i;

/** Reads `Label: value`, `**Label**: value`, `**Label** value` and `:label: value`; undefined when no such label starts the line. */
export function readField(text: string): Field | undefined {
  const option = optionField.exec(text);
  if (option?.[1]) return field(option[1].replaceAll('-', ' '), option[2] ?? '', false);
  const match = colonField.exec(text);
  if (match?.[2]) {
    const bold = /\*|_/.test(match[1] ?? '');
    const value = strayClose(match[5] ?? '', match[4] ?? '', text);
    const found = field(match[2], value, bold);
    if (found.key !== 'other' || bold || value === '') return found;
    return undefined;
  }
  const plain = boldField.exec(text);
  if (plain?.[2]) {
    const key = fieldKey(plain[2]);
    if (key && (plain[3] === '' || ['priority', 'acceptance', 'status', 'rationale', 'requirement'].includes(key))) {
      return { label: plain[2].trim().toLowerCase(), key, value: plain[3] ?? '', bold: true };
    }
  }
  return undefined;
}

function field(label: string, value: string, bold: boolean): Field {
  const said = label.replace(/\s+/g, ' ').trim().toLowerCase();
  return { label: said, key: fieldKey(said) ?? 'other', value: value.trim(), bold };
}

/** `**Label:** value`: the marks after the colon close the label; `Label: **value**`: they open the value. */
function strayClose(value: string, marks: string, text: string): string {
  if (marks === '' || value === '') return value;
  const before = text.slice(0, text.length - value.length - marks.length);
  const opened = before.split(marks).length - 1;
  return opened % 2 === 1 ? value : marks + value;
}

/** A line cut at the labels in its middle: `The system shall x. Priority: P0. Acceptance: y` gives three pieces. */
export function splitFields(text: string): string[] {
  if (text.search(keyword) <= 0) return [text];
  const cuts: number[] = [];
  for (const match of text.matchAll(inlineLabel)) {
    const label = match[1] ?? '';
    cuts.push(match.index + match[0].lastIndexOf(label));
  }
  if (cuts.length === 0) return [text];
  const pieces: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    const piece = text.slice(from, cut);
    if (from < cut && /[\p{L}\p{N}]/u.test(piece)) pieces.push(piece.replace(/[\s|·•([（【*_–—]+$/u, '').trim());
    from = cut;
  }
  pieces.push(text.slice(from).trim());
  return pieces;
}
