import type { Code } from 'mdast';
import type { ObjectField } from './object-fields.ts';
import { readObject } from './object-fields.ts';
import type { Part } from './part-label.ts';
import { readPartLabel } from './part-label.ts';
import { readShapeLines } from './shape-lines.ts';

/** A stretch of a fence that belongs to one part of an endpoint. */
export interface FenceSegment {
  /** Undefined: the fence does not say; the text around it does. */
  readonly part: Part | undefined;
  readonly statuses: readonly number[];
  readonly fields: readonly ObjectField[];
  /** Index of its first line in the fence. */
  readonly start: number;
  /** The label of this stretch was written in the fence itself. */
  readonly labelled: boolean;
  readonly lines: readonly string[];
}

const skipped =
  /^(?:ba?sh|sh|shell|console|curl|powershell|cmd|bat|python|py|ruby|rb|php|java|go|golang|csharp|cs|swift|kotlin|rust|sql|mermaid|plantuml|diff|css|html|vue|jsx|tsx|dart|xml|csv|toml|ini|nginx|dockerfile|makefile)$/i;
const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\S+/;
const statusLine =
  /^(?:HTTP\/[\d.]+\s+)([1-5]\d\d)\b|^([1-5]\d\d)\s+(?:OK|Created|Accepted|No Content|[A-Z][a-z]+(?: [A-Z][a-z]+)*)\s*$/;
const headerLine = /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*:\s/;
const comment = /^(?:\/\/+|#+|--|\/\*+)\s*(.+?)\s*(?:\*\/)?\s*$/;

/** Reads a fence into parts: labels, comments and HTTP lines inside it say which. A fence in a programming language says nothing. */
export function readFence(code: Code): FenceSegment[] {
  const language = code.lang ?? '';
  const lines = code.value.split('\n');
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  if (skipped.test(language) && !/^HTTP\/[\d.]+ /.test(first)) return [];
  if (
    /^(?:js|javascript|ts|typescript|json5?|jsonc)$/i.test(language) &&
    !/^(?:[{["]|\/[/*]|#|interface|type|export|declare|HTTP\/)/.test(first)
  )
    return [];
  const segments: {
    part: Part | undefined;
    statuses: readonly number[];
    start: number;
    lines: string[];
    labelled: boolean;
    http: boolean;
  }[] = [];
  let current = {
    part: undefined as Part | undefined,
    statuses: [] as readonly number[],
    start: 0,
    lines: [] as string[],
    labelled: false,
    http: false,
  };
  const open = (part: Part | undefined, statuses: readonly number[], index: number, http = false) => {
    segments.push(current);
    current = { part, statuses, start: index, lines: [], labelled: true, http };
  };
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    const among = comment.test(lines[index - 1] ?? '') || comment.test(lines[index + 1] ?? '');
    const label = depth === 0 ? fenceLabel(line, trimmed, current.labelled, among) : undefined;
    const status = depth === 0 ? statusLine.exec(trimmed) : null;
    if (status)
      open(
        Number(status[1] ?? status[2]) >= 400 ? 'error' : 'response',
        [Number(status[1] ?? status[2])],
        index + 1,
        true,
      );
    else if (depth === 0 && requestLine.test(trimmed)) open('request', [], index + 1, true);
    else if (label) {
      open(label.part, label.statuses, index + 1);
      if (label.rest !== '' && /^[{[]/.test(label.rest)) {
        current.lines.push(label.rest);
        current.start = index;
      }
    } else current.lines.push(line);
    depth = Math.max(0, depth + balance(label && !/^[{[]/.test(label.rest) ? '' : trimmed));
  }
  segments.push(current);
  return segments
    .filter((segment) => segment.labelled || segment.lines.some((line) => line.trim() !== ''))
    .map((segment) => ({ ...segment, fields: readLines(segment.lines, segment.http) }));
}

function fenceLabel(
  line: string,
  trimmed: string,
  labelled: boolean,
  among: boolean,
): { part: Part; statuses: readonly number[]; rest: string } | undefined {
  if (trimmed === '' || /^[{}[\]"']/.test(trimmed)) return undefined;
  const inComment = comment.exec(line)?.[1];
  if (inComment !== undefined) {
    const head = inComment.split(/[:：(（–—]|\s-\s/)[0] ?? '';
    return !among && head.trim().split(/\s+/).length <= 4 && !/[.。]$/.test(inComment)
      ? readPartLabel(inComment)
      : undefined;
  }
  if (/^\s/.test(line) || !/[:：]/.test(trimmed)) return undefined;
  const head = trimmed.split(/[:：]/)[0] ?? '';
  if (head.split(/\s+/).length > 5 || /^[a-z_]+$/.test(head)) return undefined;
  const label = readPartLabel(trimmed);
  return (
    label ?? (labelled && /^[A-Z][\w ]*[:：]\s*$/.test(trimmed) ? { part: 'other', statuses: [], rest: '' } : undefined)
  );
}

function readLines(lines: readonly string[], http: boolean): ObjectField[] {
  let from = 0;
  if (http) while (from < lines.length && headerLine.test((lines[from] ?? '').trim())) from += 1;
  const body = lines.slice(from);
  const first = body.find((line) => line.trim() !== '' && !comment.test(line.trim()))?.trim() ?? '';
  const shift = (field: ObjectField): ObjectField => (from === 0 ? field : { ...field, offset: field.offset + from });
  if (/^(?:[{[]|interface\b|type\b|export\b|declare\b)/.test(first)) return readObject(body.join('\n')).map(shift);
  return readShapeLines(body).map(shift);
}

/** Brackets opened less brackets closed, strings left out. */
function balance(line: string): number {
  if (!/[{}[\]]/.test(line)) return 0;
  let sum = 0;
  for (const char of line.slice(0, 2000).replace(/"(?:[^"\\]|\\.)*"|'[^']*'|\/\/.*$/g, '')) {
    if (char === '{' || char === '[') sum += 1;
    else if (char === '}' || char === ']') sum -= 1;
  }
  return sum;
}
