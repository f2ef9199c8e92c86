import type { EdgeFact, NodeFact, Strength } from '@iama/model';
import type { Document, Section, Span } from '../../document/document.ts';
import { versionOfId } from '../../ids/id-grammar.ts';
import { fingerprint } from '../documents.ts';
import type { Candidate } from './candidate.ts';
import { plainText, shortTitle } from './plain-text.ts';
import type { Criterion } from './read-acceptance.ts';
import { readCriteria } from './read-acceptance.ts';
import type { Body } from './read-body.ts';
import { priorityOfHeading, priorityOfTag, readPriority } from './read-priority.ts';
import { readStrength } from './read-strength.ts';
import { fieldRecord } from './requirement-text.ts';

/** A candidate that defines a requirement. */
export interface Definition {
  readonly candidate: Candidate;
  readonly body: Body;
  readonly text: string;
  readonly firstLine: number;
  /** Criteria said elsewhere in the document for it. */
  readonly elsewhere?: readonly Criterion[];
}

export interface RequirementFacts {
  readonly nodes: readonly NodeFact[];
  readonly edges: readonly EdgeFact[];
  readonly span: Span;
}

/** Makes the nodes of one definition: the requirement, its acceptance criteria, and the lines it takes up. */
export function requirementFacts(document: Document, definition: Definition): RequirementFacts {
  const { candidate, body, text } = definition;
  const section = candidate.section.level > 0 ? { section: candidate.section.heading } : {};
  const at = { path: document.path, line: candidate.line, column: candidate.column, ...section };
  const criteria = criteriaOf(definition);
  const title = titleOf(candidate, body, text);
  const priority = priorityOf(candidate, body);
  const version = versionOf(document, candidate, body);
  const status = fieldValue(body, 'status');
  const words = text === '' ? title : text;
  const node: NodeFact<'requirement'> = {
    kind: 'requirement',
    id: candidate.id,
    side: 'specified',
    at,
    attributes: {
      title,
      text: words,
      ...(priority === undefined ? {} : { priority }),
      ...(version === undefined ? {} : { version }),
      strength: strengthOf(words, body, criteria),
      ...(status === undefined ? {} : { status }),
      acceptance: criteria.map((criterion) => criterion.text),
      fields: fieldRecord(body.fields),
      form: candidate.form,
      fingerprint: fingerprint(words),
      lastLine: body.lastLine,
    },
  };
  const reference = { kind: 'requirement', id: candidate.id } as const;
  const nodes: NodeFact[] = [node];
  const edges: EdgeFact[] = [];
  for (const [index, criterion] of criteria.entries()) {
    const id = `${candidate.id}/${index + 1}`;
    const place = { path: document.path, line: criterion.line, column: 1, ...section };
    nodes.push({
      kind: 'acceptance',
      id,
      side: 'specified',
      at: place,
      attributes: { requirement: candidate.id, text: criterion.text, number: index + 1 },
    });
    edges.push({
      kind: 'accepts',
      from: { kind: 'acceptance', id },
      to: reference,
      at: place,
      how: 'derived',
      evidence: (document.lines[criterion.line - 1] ?? '').trim().slice(0, 160),
    });
  }
  return { nodes, edges, span: { node: reference, line: definition.firstLine, lastLine: body.lastLine } };
}

function criteriaOf(definition: Definition): Criterion[] {
  const found: Criterion[] = [];
  for (const field of definition.body.fields) {
    if (field.key !== 'acceptance') continue;
    for (const criterion of readCriteria(field)) found.push(criterion);
  }
  return [...found, ...(definition.elsewhere ?? [])];
}

/** A story obliges to nothing by its own words; its criteria do. */
function strengthOf(words: string, body: Body, criteria: readonly Criterion[]): Strength {
  const own = readStrength(words);
  if (own !== 'NONE' || !body.fields.some((field) => field.key === 'story')) return own;
  return readStrength(criteria.map((criterion) => criterion.text).join(' '));
}

function titleOf(candidate: Candidate, body: Body, text: string): string {
  const said = plainText(candidate.title ?? '');
  if (said !== '') return shortTitle(said, 160);
  const field = fieldValue(body, 'title');
  if (field !== undefined) return shortTitle(field, 160);
  const bold = /^(\*\*|__)(.+?)\1(?=\s*[:：.—–-]|\s+\S)/.exec(candidate.lead)?.[2];
  if (bold !== undefined && bold.length <= 100) return plainText(bold).replace(/[:：.]$/, '');
  const [first, second] = body.free;
  const lead = first?.line === candidate.line ? first.plain : '';
  const ownLine = second === undefined ? false : second.block !== first?.block;
  if (lead !== '' && lead.length <= 160 && (ownLine || wholeBold(candidate.lead))) return shortTitle(lead, 160);
  return text === '' ? candidate.id : shortTitle(text);
}

function wholeBold(lead: string): boolean {
  return /^(?:[^*]*\*\*|\*\*[^*]+\*\*)$/.test(lead);
}

function fieldValue(body: Body, key: 'status' | 'title' | 'version' | 'priority'): string | undefined {
  const field = body.fields.find((each) => each.key === key && each.pieces.length > 0);
  const value = field ? field.pieces.map((piece) => piece.plain).join(' ') : '';
  return value === '' || /^[-–—]$/.test(value) ? undefined : value.slice(0, 200);
}

function priorityOf(candidate: Candidate, body: Body): string | undefined {
  const said = body.fields.find((field) => field.key === 'priority' && field.pieces.length > 0);
  const own = said ? readPriority(said.pieces[0]?.text ?? '') : undefined;
  if (own !== undefined) return own;
  for (const tag of candidate.tags) {
    const tagged = priorityOfTag(tag);
    if (tagged !== undefined) return tagged;
  }
  const trailing = /[([（【]\s*([^()[\]（）【】]{1,30})[)\]）】]\s*$/.exec(plainText(candidate.title ?? ''))?.[1];
  const closing = trailing === undefined ? undefined : priorityOfTag(trailing);
  if (closing !== undefined) return closing;
  for (let at: Section | undefined = startOf(candidate); at && at.level > 0; at = at.parent) {
    const grouped = priorityOfHeading(at.heading);
    if (grouped !== undefined) return grouped;
  }
  return undefined;
}

/** Where a group's heading is looked for: above the requirement's own heading. */
function startOf(candidate: Candidate): Section | undefined {
  return candidate.level === undefined ? candidate.section : candidate.section.parent;
}

function versionOf(document: Document, candidate: Candidate, body: Body): string | undefined {
  const byId = versionOfId(candidate.id);
  if (byId !== undefined) return byId;
  const field = body.fields.find((each) => each.key === 'version' && each.pieces.length > 0);
  const said = field?.pieces[0]?.plain ?? '';
  const short = /^v(\d{1,2})(?![\d.])/i.exec(said)?.[1];
  if (short !== undefined) return `V${Number(short)}`;
  if (said !== '' && said.length <= 24 && !/^(?:[-–—]|tbd|n\/a)$/i.test(said)) return said;
  for (let at: Section | undefined = startOf(candidate); at && at.level > 0; at = at.parent) {
    const versions = [...at.heading.matchAll(/(?<![\p{L}\p{N}])[vV](\d{1,2})(?![\d.\p{L}])/gu)];
    if (versions.length === 1) return `V${Number(versions[0]?.[1])}`;
  }
  return document.scope;
}
