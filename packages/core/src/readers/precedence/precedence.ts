import type { NodeFact, Part } from '@iama/model';
import type { Block, Document } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { rankingSentences } from './ranking-sentences.ts';

/** A list that says which document wins over which, highest first. */
export interface PrecedenceList {
  readonly entries: readonly {
    readonly rank: number;
    readonly line: number;
    /** The entry's words. */
    readonly said: string;
    /** Paths and file names in it. */
    readonly names: readonly string[];
  }[];
}

const announced =
  /precedence|source[s]?[- ]of[- ]truth|order of (?:authority|priority)|authoritative order|priority order|(?:earlier|higher|first|former|upper)(?: one| document)?(?: in (?:this|the) list)? (?:wins|governs|prevails)|(?:disagree|conflict|contradict)\w*, (?:the )?(?:earlier|higher|first)|reading priority|wins over|in (?:case|the event) of (?:a )?conflict|優先(?:順序|級|序)|优先(?:顺序|级)|真相來源|权威来源/i;
const named =
  /`([^`\s]+)`|\]\(([^)\s]+)\)|\*\*([^*\s]+\.(?:md|ya?ml|json))\*\*|(?<![\w/])((?:[\w.-]+\/)*[\w.-]+\.(?:md|ya?ml|json|sql))\b/g;

/** Lists of documents in order of precedence (§4 of the workflow). */
export const precedence: DocumentReader = {
  name: 'precedence',
  read(document) {
    const parts: Part[] = [];
    const nodes: NodeFact<'ranking'>[] = rankingSentences(document);
    for (const items of orderedLists(document)) {
      const [first] = items;
      if (!first || !isAnnounced(document, first)) continue;
      const entries = items.map((item, index) => {
        const said = (document.lines[item.line - 1] ?? '').replace(/^\s*\d+[.)]\s*/, '').trim();
        return { rank: index + 1, line: item.line, said, names: namesIn(said) };
      });
      if (entries.filter(({ names }) => names.length > 0).length < 2) continue;
      const at = { path: document.path, line: first.line, column: first.column, section: first.section.heading };
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

/** Runs of numbered items at one level of one section. */
function orderedLists(document: Document): Block<'item'>[][] {
  const lists: Block<'item'>[][] = [];
  let last: Block<'item'> | undefined;
  for (const block of document.blocks) {
    if (block.kind !== 'item' || block.parent || !/^\d/.test(block.label ?? '')) {
      if (!block.parent) last = undefined;
      continue;
    }
    if (last) lists.at(-1)?.push(block);
    else lists.push([block]);
    last = block;
  }
  return lists.filter((list) => list.length > 1);
}

/** The heading above the list, or the words right before it, say that it ranks. */
function isAnnounced(document: Document, first: Block): boolean {
  if (announced.test(first.section.heading)) return true;
  const before = document.lines.slice(Math.max(first.section.line, first.line - 4), first.line - 1).join(' ');
  return announced.test(before);
}

function namesIn(said: string): string[] {
  return [...said.matchAll(named)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
    .filter((name) => /[./]/.test(name) || /^[A-Z][A-Z_-]{3,}$/.test(name));
}

/** True when the items are names of documents and little else: a list of rules that name documents ranks nothing. */
function isPlainRanking(entries: PrecedenceList['entries']): boolean {
  const rest = entries.map(({ said }) => said.replace(/`[^`]*`|\([^)]*\)|\[[^\]]*\]/g, '').trim());
  const named = entries.filter(({ names }) => names.length > 0).length;
  return named >= entries.length * 0.6 && rest.every((words) => words.length <= 60);
}
