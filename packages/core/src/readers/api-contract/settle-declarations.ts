import type { Document, Section } from '../../document/document.ts';
import type { BasePath } from './base-path.ts';
import { readBasePaths } from './base-path.ts';
import type { Declaration } from './declaration.ts';
import { stronger } from './declaration.ts';
import { fullPaths } from './full-paths.ts';
import { headingBases } from './heading-bases.ts';
import { readPartLabel } from './part-label.ts';
import { homeSection, sectionsAround } from './sections-around.ts';

/** A declaration with its full path and the lines its block takes up. */
export interface Settled {
  readonly declaration: Declaration;
  readonly id: string;
  readonly path: string;
  readonly from: number;
  readonly lastLine: number;
}

/**
 * Decides which declarations stand: what stands in the block of a stronger one is an example of it, external addresses are not
 * ours, relative paths get their base. Each gets the lines of its block. Several may still share an id.
 */
export function settleDeclarations(document: Document, declarations: readonly Declaration[]): Settled[] {
  const ordered = [...declarations].sort((a, b) => a.line - b.line || a.column - b.column);
  const headings = ordered.filter((one) => one.form === 'heading');
  const inHeading = (one: Declaration) =>
    headings.some(({ section }) => one.line > section.line && one.line <= section.lastLine);
  const free = ordered.filter((one) => one.form === 'heading' || !inHeading(one));
  const kept = dropRetold(dropSteps(dropWeaker(free))).map((one, _, all) =>
    one.form === 'item' && isAlone(one, all) ? { ...one, form: 'line' as const } : one,
  );
  const bases = readBasePaths(
    document,
    kept[0]?.line ?? document.lines.length,
    new Set(kept.flatMap((one) => sectionsAround(one.section))),
  );
  const ours = dropExternal(kept, bases);
  const below = ours.flatMap(({ section, path }) => (path.host === undefined ? [{ section, path: path.path }] : []));
  const full = fullPaths(ours, [...bases, ...headingBases(document, below)]);
  return withRegions(document, ours, full);
}

/** In one section a line of its own outranks fences, and both outrank requests shown as examples and list items. */
function dropWeaker(ordered: readonly Declaration[]): Declaration[] {
  const groups = new Map<Section, Declaration[]>();
  for (const one of ordered) {
    const home = homeSection(one.section);
    groups.set(home, [...(groups.get(home) ?? []), one]);
  }
  return ordered.filter((one) => {
    if (one.form === 'heading' || one.form === 'line' || one.form === 'row') return true;
    const group = groups.get(homeSection(one.section)) ?? [];
    if (one.form === 'fence') return !group.some((other) => other.form === 'line' && other.line < one.line);
    return !group.some((other) => other.form === 'line' || other.form === 'fence');
  });
}

/** A numbered list tells steps where the document defines endpoints in another form as well. */
function dropSteps(ordered: readonly Declaration[]): readonly Declaration[] {
  if (ordered.every((one) => one.form === 'item')) return ordered;
  return ordered.filter((one) => one.form !== 'item' || !/^\d/.test(one.block.parent?.label ?? ''));
}

/** A request with a value where another declaration has a parameter is an example of that one. */
function dropRetold(ordered: readonly Declaration[]): Declaration[] {
  return ordered.filter((one) => {
    if (one.form !== 'example' && one.form !== 'fence' && one.form !== 'item') return true;
    const segments = one.path.path.split('/');
    return !ordered.some((other) => {
      if (other === one || other.method !== one.method || other.path.path === one.path.path) return false;
      if (stronger(one.form, other.form)) return false;
      const pattern = other.path.path.split('/');
      const near = other.line < one.line && homeSection(other.section) === homeSection(one.section);
      return (
        pattern.length === segments.length &&
        pattern.every(
          (segment, index) =>
            segment === segments[index] || (segment.startsWith(':') && isValue(segments[index] ?? '', near)),
        )
      );
    });
  });
}

function isValue(segment: string, near: boolean): boolean {
  return (
    /\d/.test(segment) ||
    (near && /[A-Z]/.test(segment)) ||
    /^[A-Z][A-Z0-9_-]+$/.test(segment) ||
    /^(?:abc|xyz|my-|foo|bar|[@!#])/.test(segment) ||
    segment.startsWith(':')
  );
}

/** An absolute URL on a host that is neither declared, nor local, nor the document's usual one is somebody else's. */
function dropExternal(ordered: readonly Declaration[], bases: readonly BasePath[]): Declaration[] {
  const named = new Set(bases.flatMap((base) => (base.host === undefined ? [] : [base.host])));
  const counts = new Map<string, number>();
  for (const { path } of ordered) if (path.host) counts.set(path.host, (counts.get(path.host) ?? 0) + 1);
  const relative = ordered.filter((one) => !one.path.host).length;
  return ordered.filter(({ path: { host } }) => {
    if (!host || named.has(host) || /localhost|127\.0\.0\.1|0\.0\.0\.0|example|\byour|\bmy[.-]|<|\{/.test(host))
      return true;
    return named.size === 0 && (counts.get(host) ?? 0) > relative;
  });
}

function withRegions(
  document: Document,
  ordered: readonly Declaration[],
  full: ReadonlyMap<Declaration, string>,
): Settled[] {
  const starts = ordered.map((one) => regionStart(document, one, ordered));
  return ordered.map((one, index) => {
    const path = full.get(one) ?? one.path.path;
    const settled = { declaration: one, id: `${one.method} ${path}`, path };
    if (one.form === 'row') return { ...settled, from: one.line, lastLine: one.line };
    if (one.form === 'item') {
      const item = one.block.parent ?? one.block;
      return { ...settled, from: one.line, lastLine: Math.max(one.line, item.lastLine) };
    }
    const end = one.form === 'heading' ? one.section.lastLine : lastOfBlock(document, one);
    if (ordered.length === 1)
      return {
        ...settled,
        from: starts[0] ?? one.line,
        lastLine: trimmed(document, one.line, partsAfter(document, end)),
      };
    const next = starts.find(
      (start, at) => at > index && start > one.line && ordered[at]?.form !== 'row' && ordered[at]?.form !== 'item',
    );
    return {
      ...settled,
      from: starts[index] ?? one.line,
      lastLine: trimmed(document, one.line, Math.min(end, (next ?? end + 1) - 1)),
    };
  });
}

/**
 * The last line a declaration in running text can speak for: all of its section, but of a chapter or around a bare list item
 * only up to the first sub-section that is no part of a request or reply.
 */
function lastOfBlock(document: Document, one: Declaration): number {
  const home = homeSection(one.section);
  const bare = one.block.parent?.kind === 'item' && !one.labelled;
  if (home.level > 1 && !bare) return home.lastLine;
  const next = document.sections.find(
    ({ line, title }) => line > one.line && line <= home.lastLine && !readPartLabel(title),
  );
  return next === undefined ? home.lastLine : next.line - 1;
}

/** The only endpoint of a document also owns the sections after its own that are titled as its parts: `Response`, `Errors`. */
function partsAfter(document: Document, end: number): number {
  let last = end;
  for (const section of document.sections) {
    if (section.line <= last) continue;
    if (!readPartLabel(section.title)) break;
    last = Math.max(last, section.lastLine);
  }
  return last;
}

/** True when nothing else is declared in its section, so that all of the section speaks of it. */
function isAlone(one: Declaration, ordered: readonly Declaration[]): boolean {
  const home = homeSection(one.section);
  return !ordered.some(
    (other) => other !== one && other.line !== one.line && other.form !== 'row' && homeSection(other.section) === home,
  );
}

/** A block begins at its heading when it is the first there, else at the bold words right above it. */
function regionStart(document: Document, one: Declaration, ordered: readonly Declaration[]): number {
  if (one.form === 'heading' || one.form === 'row' || one.form === 'item') return one.line;
  const home = homeSection(one.section);
  const alone = !ordered.some(
    (other) => other !== one && other.line !== one.line && homeSection(other.section) === home && other.form !== 'row',
  );
  if (alone && home.level > 0) return home.line;
  const first = Math.min(one.block.line, one.line);
  for (let line = first - 1; line > home.line && line >= first - 3; line -= 1) {
    const text = (document.lines[line - 1] ?? '').trim();
    if (/^(?:\*\*|__)[^*_].*(?:\*\*|__)[:：]?$/.test(text) || (text.length <= 60 && /[:：]$/.test(text))) return line;
    if (text !== '') break;
  }
  return one.form === 'line' ? one.line : first;
}

function trimmed(document: Document, first: number, last: number): number {
  let line = last;
  while (line > first && /^\s*(?:-{3,}|\*{3,}|_{3,})?\s*$/.test(document.lines[line - 1] ?? '')) line -= 1;
  return line;
}
