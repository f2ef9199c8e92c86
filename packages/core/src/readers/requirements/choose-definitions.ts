import type { Document, Section } from '../../document/document.ts';
import { hasTopicWord } from '../../ids/id-family.ts';
import { familyPrefix } from '../../ids/id-grammar.ts';
import type { Candidate } from './candidate.ts';
import type { Extent } from './find-extents.ts';
import { findExtents } from './find-extents.ts';
import type { Standing } from './judge.ts';
import { barredBecause, enough, familyIn, pointsFor } from './judge.ts';
import { withDigits } from './malformed.ts';
import { readBody } from './read-body.ts';
import type { Definition } from './requirement-facts.ts';
import { requirementText } from './requirement-text.ts';
import { kindOfFile, surroundings } from './section-kind.ts';
import type { TextLine } from './text-line.ts';

interface Judged extends Definition {
  readonly points: number;
  readonly extent: Extent;
}

/** Tells definitions from mentions among a document's candidates, and reads what the definitions say. */
export function chooseDefinitions(
  document: Document,
  lines: readonly TextLine[],
  candidates: readonly Candidate[],
  patterns: readonly RegExp[],
): Definition[] {
  const file = kindOfFile(document);
  const own: ReadonlySet<Section> = new Set(
    candidates.filter((candidate) => candidate.level !== undefined).map((candidate) => candidate.section),
  );
  const counts = new Map<string, number>();
  for (const { id } of candidates) counts.set(familyPrefix(id), (counts.get(familyPrefix(id)) ?? 0) + 1);
  const standingOf = (candidate: Candidate): Standing => {
    const from = candidate.form === 'heading' ? candidate.section.parent : candidate.section;
    const alone = counts.get(familyPrefix(candidate.id)) === 1;
    return { document, file, patterns, alone, section: from ? surroundings(from, own) : 'neutral' };
  };
  const standings = new Map<string, Standing>();
  const known = (candidate: Candidate): Standing => {
    const place = `${candidate.line}:${candidate.column}`;
    const standing = standings.get(place) ?? standingOf(candidate);
    standings.set(place, standing);
    return standing;
  };
  const open = candidates.filter((candidate) => barredBecause(candidate, known(candidate)) === undefined);
  const extents = withoutEchoes(lines, findExtents(lines, open));
  let judged = judge(lines, extents, known);
  const kept = keep(judged, known);
  if (kept.length < judged.length) {
    const places = new Set(kept.map(({ candidate }) => `${candidate.line}:${candidate.column}`));
    const left = extents
      .map((extent) => extent.candidate)
      .filter(({ line, column }) => places.has(`${line}:${column}`));
    judged = judge(lines, findExtents(lines, left), known);
  }
  return withoutRepeats(withoutSlips(judged));
}

function judge(
  lines: readonly TextLine[],
  extents: readonly Extent[],
  standingOf: (candidate: Candidate) => Standing,
): Judged[] {
  return extents.map((extent) => {
    const { candidate } = extent;
    const body = readBody(lines, extent);
    const text = requirementText(body);
    const named = body.fields.find((field) => field.key === 'title')?.pieces[0]?.plain;
    const said = text === '' ? (candidate.title ?? named ?? '') : text;
    const points = pointsFor(candidate, body, said, standingOf(candidate));
    return { candidate, body, text, points, extent, firstLine: lines[extent.start]?.line ?? candidate.line };
  });
}

/**
 * The candidates with enough points. Members of one family in one form are judged together: when most of them define, the
 * terse ones among them do too; when few of an unknown family do, none does.
 */
function keep(judged: readonly Judged[], standingOf: (candidate: Candidate) => Standing): Judged[] {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const key = `${each.candidate.form} ${familyPrefix(each.candidate.id)}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const kept: Judged[] = [];
  for (const group of groups.values()) {
    const share = group.filter((each) => each.points >= enough).length / group.length;
    const first = group[0] as Judged;
    const known =
      first.candidate.signs.declared || familyIn(first.candidate, standingOf(first.candidate)) === 'requirement';
    if (!known && group.length >= 2 && (share < 0.5 || numberedAnew(group))) continue;
    const least = share >= 0.6 && group.length >= 3 ? enough - 2 : enough;
    kept.push(...group.filter((each) => each.points >= least && !covers(each)));
  }
  return [...kept, ...alike(judged, kept, standingOf)];
}

/**
 * In a document that is made of requirements, those written like nearly all the others are ones too, whatever topic
 * stands over them.
 */
function alike(
  judged: readonly Judged[],
  kept: readonly Judged[],
  standingOf: (candidate: Candidate) => Standing,
): Judged[] {
  const style = ({ candidate }: Judged) =>
    `${candidate.form} ${candidate.signs.marked} ${candidate.signs.task} ${candidate.signs.mark}`;
  const done = new Set(kept);
  const sizes = new Map<string, { all: number; kept: number }>();
  for (const each of judged) {
    const size = sizes.get(style(each)) ?? { all: 0, kept: 0 };
    sizes.set(style(each), { all: size.all + 1, kept: size.kept + (done.has(each) ? 1 : 0) });
  }
  return judged.filter((each) => {
    const size = sizes.get(style(each));
    if (done.has(each) || !size || size.kept < 8 || size.kept / size.all < 0.7 || each.points < enough - 5)
      return false;
    const standing = standingOf(each.candidate);
    const family = familyIn(each.candidate, standing);
    const open = standing.file === 'requirements' && /^(?:requirements|neutral)$/.test(standing.section);
    const topic = standing.section === 'requirements' && hasTopicWord(each.candidate.id);
    const likely = family === 'requirement' || family === 'unknown' || topic;
    return open && likely && !covers(each);
  });
}

/** True when the same few ids come back in one section after the other: labels of that place, not ids. */
function numberedAnew(group: readonly Judged[]): boolean {
  const places = new Map<string, Set<Section>>();
  for (const { candidate } of group) {
    const sections = places.get(candidate.id) ?? new Set<Section>();
    places.set(candidate.id, sections.add(candidate.section));
  }
  const again = [...places.values()].filter((sections) => sections.size >= 2).length;
  return again >= 1 && group.length >= places.size * 1.5;
}

/** An id over a whole document that holds requirements of other names is the document's own id. */
function covers(each: Judged): boolean {
  const { candidate, nested } = each.extent;
  if (candidate.level === undefined || candidate.level > 1 || candidate.signs.certain) return false;
  return nested.filter((inner) => !inner.candidate.id.startsWith(candidate.id)).length >= 2;
}

/** A line inside a requirement that begins with the requirement's own id goes on about it. */
function withoutEchoes(lines: readonly TextLine[], extents: readonly Extent[]): readonly Extent[] {
  const echoes = new Set<Extent>();
  for (const { candidate, nested } of extents) {
    for (const inner of nested) if (inner.candidate.id === candidate.id) echoes.add(inner);
  }
  if (echoes.size === 0) return extents;
  const left = extents.flatMap((extent) => (echoes.has(extent) ? [] : [extent.candidate]));
  return findExtents(lines, left);
}

/** Leaves out the one id among its family that has a letter for a digit: it is misspelt. */
function withoutSlips(judged: readonly Judged[]): Judged[] {
  const members = new Map<string, number>();
  for (const { candidate } of judged) {
    const prefix = familyPrefix(candidate.id);
    members.set(prefix, (members.get(prefix) ?? 0) + 1);
  }
  return judged.filter(({ candidate }) => {
    const meant = withDigits(candidate.id);
    if (meant === undefined || (members.get(familyPrefix(candidate.id)) ?? 0) > 1) return true;
    return (members.get(familyPrefix(meant)) ?? 0) < 2;
  });
}

/**
 * One definition an id, unless the document really gives two: an overview beside the details is told from a second
 * definition by its form and by how little it says.
 */
function withoutRepeats(judged: readonly Judged[]): Judged[] {
  const best = new Map<string, Judged>();
  for (const each of judged) {
    const before = best.get(each.candidate.id);
    if (!before || each.points > before.points) best.set(each.candidate.id, each);
  }
  return judged.filter((each) => {
    const chosen = best.get(each.candidate.id) as Judged;
    return each === chosen || (each.candidate.form === chosen.candidate.form && each.points >= chosen.points - 2);
  });
}
