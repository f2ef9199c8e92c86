import { parse as parseYaml } from 'yaml';
import type { Document } from '../../document/document.ts';
import { familyOf } from '../../ids/id-family.ts';
import { parseId } from '../../ids/id-grammar.ts';
import type { Candidate } from './candidate.ts';
import { plainSigns } from './candidate.ts';
import { fieldKey } from './field-words.ts';
import type { TextLine } from './text-line.ts';

const directive = /^\{(?:[\w-]*[_-])?(?:req|requirement|need|story|feat|feature|spec)\}/i;

/** The requirement a file's front matter describes: `id:` with fields of a requirement, or an item kept one a file. */
export function frontMatterCandidate(document: Document, lines: readonly TextLine[]): Candidate | undefined {
  const front = document.root.children[0];
  if (front?.type !== 'yaml' || front.value.length > 20_000) return undefined;
  const values = readYaml(front.value);
  if (!values) return undefined;
  const keys = new Map(Object.keys(values).map((key) => [key.toLowerCase(), key]));
  const idKey = ['id', 'uid', 'req_id', 'requirement_id', 'requirement-id', 'requirement'].find((key) => keys.has(key));
  const oneAFile = keys.has('normative') && keys.has('active') && keys.has('level');
  if (oneAFile && values[keys.get('normative') ?? ''] === false) return undefined;
  const fileName = (document.path.split('/').pop() ?? '').replace(/\.[a-z]+$/i, '');
  const said = idKey ? values[keys.get(idKey) ?? ''] : undefined;
  const id =
    typeof said === 'string' && parseId(said.trim()) ? said.trim() : oneAFile && parseId(fileName) ? fileName : '';
  if (id === '') return undefined;
  const fields = Object.entries(values).flatMap(([key, value]) => {
    const label = key.toLowerCase().replaceAll(/[_-]/g, ' ');
    return key === keys.get(idKey ?? '') || value === null || value === '' ? [] : [{ label, values: texts(value) }];
  });
  const type = fields.find((field) => field.label === 'type' || field.label === 'kind')?.values[0] ?? '';
  const told = fields.some(({ label }) =>
    ['requirement', 'description', 'acceptance', 'priority'].includes(fieldKey(label) ?? ''),
  );
  const typed = /requirement|\breq\b|story|feature/i.test(type);
  if (type !== '' && !typed) return undefined;
  const title = fields.find((field) => field.label === 'title')?.values[0] ?? document.title ?? '';
  const whole = /specification|requirements|document|需求|要件/i.test(title);
  if (!oneAFile && !typed && !told && (familyOf(id) !== 'requirement' || whole)) return undefined;
  const yamlLines = front.value.split('\n');
  const at = yamlLines.findIndex((line) => idKey !== undefined && line.toLowerCase().startsWith(`${idKey}:`));
  const line = (front.position?.start.line ?? 1) + 1 + Math.max(0, at);
  return {
    id,
    form: 'data',
    start: 0,
    line: oneAFile && at < 0 ? 1 : line,
    column: at < 0 ? 1 : (yamlLines[at] ?? '').indexOf(id) + 1 || 1,
    level: 0,
    lead: '',
    ...(lines[0]?.kind === 'heading' ? { title: lines[0].text } : {}),
    tags: [],
    section: document.sections[1] ?? (document.sections[0] as Document['sections'][number]),
    data: fields,
    signs: { ...plainSigns, declared: oneAFile || typed || told },
  };
}

/** A directive that defines a need: its options are fields, its body the text. `lines[from]` up to `to` are its lines. */
export function directiveCandidate(lines: readonly TextLine[], from: number, to: number): Candidate | undefined {
  const first = lines[from];
  const info = first?.kind === 'code' ? (first.info ?? '') : (/^:{3,}\s*(\{.*)$/.exec(first?.text ?? '')?.[1] ?? '');
  if (!first || !directive.test(info)) return undefined;
  const data: { label: string; values: string[] }[] = [];
  const body: string[] = [];
  let own: { id: string; line: TextLine } | undefined;
  for (const line of lines.slice(from + 1, to)) {
    const option = /^:([\w-]+):\s*(.*)$/.exec(line.text);
    if (/^(?::{3,}|`{3,}|~{3,})\s*$/.test(line.text)) continue;
    if (!option?.[1]) body.push(line.text);
    else if (/^(?:id|uid)$/i.test(option[1])) own = { id: (option[2] ?? '').trim(), line };
    else data.push({ label: option[1].toLowerCase(), values: [(option[2] ?? '').trim()] });
  }
  if (!own || !/^[A-Za-z][\w.-]*$/.test(own.id)) return undefined;
  const title = info.replace(directive, '').trim();
  if (body.join('').trim() !== '') data.push({ label: 'requirement', values: [body.join('\n').trim()] });
  return {
    id: own.id,
    form: 'data',
    start: from,
    line: own.line.line,
    column: own.line.column + own.line.text.indexOf(own.id, 4),
    lead: '',
    ...(title === '' ? {} : { title }),
    tags: [],
    section: first.section,
    data,
    lastLine: lines[to - 1]?.line ?? first.line,
    signs: { ...plainSigns, declared: true, certain: true },
  };
}

function readYaml(text: string): Record<string, unknown> | undefined {
  try {
    const values: unknown = parseYaml(text);
    return values !== null && typeof values === 'object' && !Array.isArray(values)
      ? (values as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (value instanceof Date) return [value.toISOString().slice(0, 10)];
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).map(([key, inner]) => (inner === null ? key : `${key}: ${texts(inner).join(', ')}`));
  }
  return value === null || value === undefined ? [] : [String(value)];
}
