import type { Problem, ReadingContext, Source } from '@iama/model';
import type { Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Block, Document, Section } from './document.ts';
import { inferRole } from './infer-role.ts';
import { inferScope } from './infer-scope.ts';
import type { MarkdownParser } from './parse-markdown.ts';
import { readHeader } from './read-header.ts';
import { repairFences } from './repair-fences.ts';
import { splitSectionNumber } from './section-number.ts';

export interface OpenedDocument {
  readonly document: Document;
  /** Repairs made to read it; told to people, hiding nothing. */
  readonly problems: readonly Problem[];
}

/** Parses one Markdown source into sections and blocks. Never throws on any text. */
export function openDocument(source: Source, context: ReadingContext, parser: MarkdownParser): OpenedDocument {
  const raw = source.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const repaired = repairFences(raw.split('\n'));
  const lines = repaired.lines;
  const text = repaired.repairs.length > 0 ? lines.join('\n') : raw;
  const root = parser.parse(text);
  const sections = readSections(root, lines.length);
  const blocks: Block[] = [];
  collectBlocks(root.children, lines, sections, undefined, blocks);
  const header = readHeader(lines, sections, root);
  const title = sections.find((section) => section.level === 1)?.heading ?? sections[1]?.heading;
  const { role, reason } = context.role
    ? { role: context.role, reason: 'configuration' }
    : inferRole({ path: source.path, title, header, sections, lines });
  const scope = context.scope ?? inferScope(source.path, title);
  const document: Document = {
    path: source.path,
    text,
    lines,
    root,
    sections,
    blocks,
    header,
    ...(title === undefined ? {} : { title }),
    role,
    roleReason: reason,
    ...(scope === undefined ? {} : { scope }),
    name: header.get('document id')?.value ?? source.path,
    idPatterns: context.idPatterns,
  };
  const problems = repaired.repairs.map(
    (repair): Problem => ({
      at: { path: source.path, line: repair.line, column: 1 },
      code: 'fence',
      message:
        repair.what === 'stray'
          ? 'A code fence without a partner would swallow the headings below it; read as if it were not there'
          : 'A code fence is never closed and would swallow the headings below it; read as closed before the next heading',
      hides: [],
    }),
  );
  return { document, problems };
}

function readSections(root: Root, lineCount: number): Section[] {
  const found: { -readonly [K in keyof Section]: Section[K] }[] = [
    { level: 0, title: '', heading: '', line: 1, lastLine: lineCount },
  ];
  for (const node of root.children) {
    if (node.type !== 'heading') continue;
    const heading = plainText(node).trim();
    const { number, title } = splitSectionNumber(heading);
    const line = node.position?.start.line ?? 1;
    let parent = found[found.length - 1];
    while (parent && parent.level >= node.depth) {
      parent.lastLine = line - 1;
      parent = parent.parent as typeof parent;
    }
    if (found.length === 1 && found[0]) found[0].lastLine = Math.max(1, line - 1);
    found.push({
      level: node.depth,
      ...(number === undefined ? {} : { number }),
      title,
      heading,
      line,
      lastLine: lineCount,
      ...(parent && parent.level > 0 ? { parent } : {}),
      node,
    });
  }
  return found;
}

const blockKinds = {
  heading: 'heading',
  paragraph: 'paragraph',
  table: 'table',
  code: 'code',
  html: 'html',
  blockquote: 'quote',
  listItem: 'item',
} as const;

/** Nothing a person wrote is nested deeper. */
const deepest = 100;

function collectBlocks(
  nodes: readonly RootContent[],
  lines: readonly string[],
  sections: readonly Section[],
  parent: Block<'item' | 'quote'> | undefined,
  into: Block[],
  depth = 0,
): void {
  if (depth > deepest) return;
  for (const node of nodes) {
    if (node.type === 'list') {
      collectBlocks(node.children, lines, sections, parent, into, depth + 1);
      continue;
    }
    if (!(node.type in blockKinds)) continue;
    const kind = blockKinds[node.type as keyof typeof blockKinds];
    const line = node.position?.start.line ?? 1;
    const column = node.position?.start.column ?? 1;
    const label =
      kind === 'item' ? /^(?:[-*+]|\d+[.)])/.exec((lines[line - 1] ?? '').slice(column - 1))?.[0] : undefined;
    const block = {
      kind,
      node,
      line,
      lastLine: node.position?.end.line ?? line,
      column,
      section: sectionAt(sections, line),
      ...(parent ? { parent } : {}),
      ...(label ? { label } : {}),
    } as Block;
    into.push(block);
    if (node.type === 'listItem' || node.type === 'blockquote') {
      collectBlocks(node.children, lines, sections, block as Block<'item' | 'quote'>, into, depth + 1);
    }
  }
}

/** The innermost section a line stands in. */
export function sectionAt(sections: readonly Section[], line: number): Section {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.line ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return sections[low] as Section;
}
