import type { NodeFact, Part, Place } from '@iama/model';
import type { Block, Document, Section } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { listRuns } from '../../document/list-runs.ts';
import { chainEntries, listEntries, type PrecedenceEntry, tableEntries } from './precedence-entries.ts';
import { rankingSentences } from './ranking-sentences.ts';

/** A list that says which document wins over which, highest first. */
export interface PrecedenceList {
  readonly entries: readonly PrecedenceEntry[];
}

const announced =
  /precedence|source[s]?[- ]of[- ]truth|order of (?:authority|priority)|authoritative order|priority order|(?:earlier|higher|first|former|upper)(?: one| document)?(?: in (?:this|the) list)? (?:wins|governs|prevails)|(?:disagree|conflict|contradict)\w*, (?:the )?(?:earlier|higher|first)|reading priority|wins over|in (?:case|the event) of (?:a )?conflict|優先(?:順序|級|序)|优先(?:顺序|级)|真相來源|权威来源/i;
/** Lists of documents in order of precedence (§4 of the workflow). */
export const precedence: DocumentReader = {
  name: 'precedence',
  read(document) {
    const parts: Part[] = [];
    const nodes: NodeFact<'ranking'>[] = rankingSentences(document);
    for (const { entries, at } of statedLists(document)) {
      parts.push({ kind: 'precedence', at, data: { entries } satisfies PrecedenceList });
      if (!isPlainRanking(entries)) continue;
      nodes.push({
        kind: 'ranking',
        id: `${document.path}:${nodes.length + 1}`,
        side: 'specified',
        at,
        attributes: { entries: entries.map(({ said, names, line }) => ({ said, names: [...names], line })) },
      });
    }
    return { parts, nodes };
  },
};

/** Numbered lists, tables and chains (`PRD > ADR > API contract`) that words announce as an order of precedence. */
function statedLists(document: Document): { entries: PrecedenceEntry[]; at: Place }[] {
  const found: { entries: PrecedenceEntry[]; at: Place }[] = [];
  if (!announced.test(document.text)) return found;
  const add = (entries: PrecedenceEntry[], section: Section, line: number, column: number): void => {
    const meant = entries.filter(({ names, roles }) => names.length > 0 || roles !== undefined).length;
    if (
      meant < 2 ||
      meant < entries.length * 0.5 ||
      !entries.some(({ names, roles }) => roles || names.some(isDocument))
    )
      return;
    const heading = section.level === 0 ? {} : { section: section.heading };
    found.push({ entries, at: { path: document.path, line, column, ...heading } });
  };
  for (const run of listRuns(document)) {
    const [first] = run.items;
    if (!first || run.items.length < 2 || run.parent?.kind === 'item') continue;
    if (!run.items.every((item) => /^\d/.test(item.label ?? '')) || !isAnnounced(document, first)) continue;
    add(listEntries(document, run), run.section, first.line, first.column);
  }
  for (const block of document.blocks) {
    if (block.kind === 'table' && isAnnounced(document, block)) {
      add(tableEntries(document, block), block.section, block.line, block.column);
    } else if (block.kind === 'paragraph') {
      for (let line = block.line; line <= block.lastLine; line += 1) {
        const text = document.lines[line - 1] ?? '';
        if (/[>→≻]/.test(text) && (announced.test(text) || announced.test(block.section.heading))) {
          add(chainEntries(text, line), block.section, line, block.column);
        }
      }
    }
  }
  return found.sort((a, b) => a.at.line - b.at.line);
}

/** A file people write specifications in, a folder of such files, or the stem of one: no name of a setting. */
function isDocument(name: string): boolean {
  return (
    /\.(?:mdx?|markdown|rst|adoc|docx?)$/i.test(name) ||
    /\/(?:\*\S*)?$/.test(name) ||
    /^[A-Z]+(?:_[A-Z\d]+)+$/.test(name)
  );
}

/** The heading above the list, or the words right before it, say that it ranks. */
function isAnnounced(document: Document, first: Block): boolean {
  if (announced.test(first.section.heading)) return true;
  const before = document.lines.slice(Math.max(first.section.line, first.line - 4), first.line - 1).join(' ');
  return announced.test(before);
}

/** True when the items are names of documents and little else: a list of rules that name documents ranks nothing. */
function isPlainRanking(entries: PrecedenceList['entries']): boolean {
  const rest = entries.map(({ said }) => said.replace(/`[^`]*`|\([^)]*\)|\[[^\]]*\]/g, '').trim());
  const named = entries.filter(({ names }) => names.length > 0).length;
  return named >= entries.length * 0.6 && rest.every((words) => words.length <= 60);
}
