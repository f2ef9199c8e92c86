import type { NodeFact, NodeKind } from '@iama/model';
import type { Block, Document, Section, Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { versionOf } from '../../document/infer-scope.ts';
import { firstWords, type ListRun, listRuns } from '../../document/list-runs.ts';
import { plainWords } from '../decisions/decision-scope.ts';
import { decisionScopes } from '../decisions/decision-scopes.ts';
import { slug } from '../documents.ts';
import { announcesRules, announcesStory, type ItemList, listKind } from './item-list-kind.ts';
import { strengthOf } from './item-strength.ts';
import { titledPocs } from './titled-pocs.ts';

/** Documents that bind; the lists of others are plans, indexes and stories. */
const roles: ReadonlySet<string> = new Set(['prd', 'workflow', 'guide', 'architecture']);
/** What stands in a list as something of its own is no item. */
const taken: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'requirement',
  'acceptance',
  'state',
  'invariant',
  'endpoint',
  'error-code',
  'table',
  'column',
  'config-key',
  'malformed-id',
]);

/**
 * Numbered normative lines without ids of their own, and the lists that bind without numbers: security, tests, deliverables, PoCs.
 *
 * @implements IAMA-READ-008
 */
export const items: DocumentReader = {
  name: 'items',
  read(document, claimed) {
    if (!roles.has(document.role) || decisionScopes(document).length > 0) return {};
    const places = new Places(document);
    const nodes: NodeFact[] = [];
    const spans: Span[] = [];
    const busy = linesOf(claimed);
    const add = (said: Said): void => {
      const node = places.node(said);
      nodes.push(node);
      spans.push({ node: { kind: 'item', id: node.id }, line: said.line, lastLine: said.lastLine });
    };
    for (const poc of titledPocs(document)) {
      add({ ...poc, list: 'poc', lead: '' });
      for (let line = poc.line; line <= poc.lastLine; line += 1) busy.add(line);
    }
    for (const run of listRuns(document)) {
      if (run.parent !== undefined) continue;
      const list = kindOf(document, run);
      if (list === undefined || run.items.some((item) => busy.has(item.line))) continue;
      const lead = plainWords(run.label);
      const denies =
        /\b(?:must not|shall not|may not|never|do not|don't|not allowed|forbidden|prohibited|out of scope)\b(?: \w+){0,2}\W*$/i.test(
          lead,
        );
      for (const [index, item] of run.items.entries()) {
        const said = plainWords(firstWords(document, item));
        if (said.length < 4) continue;
        const text = denies ? `${lead} ${said}` : said;
        add({
          list,
          lead,
          text,
          section: run.section,
          number: numberOf(item, index),
          line: item.line,
          lastLine: item.lastLine,
          column: item.column,
        });
      }
    }
    nodes.sort((a, b) => a.at.line - b.at.line);
    return { nodes, spans };
  },
};

interface Said {
  readonly list: ItemList;
  readonly section: Section;
  /** The words right above the list. */
  readonly lead: string;
  readonly number: string;
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
}

/** The label as written; a bullet's place in its list. */
function numberOf(item: Block<'item'>, index: number): string {
  return /^\d+/.exec(item.label ?? '')?.[0] ?? String(index + 1);
}

/** By the words right above, then by the heading; numbered lists also when most of their lines bind. */
function kindOf(document: Document, run: ListRun): ItemList | undefined {
  const lead = plainWords(run.label);
  const sentence = lead.split(/(?<=[.!?])\s+/).at(-1) ?? lead;
  if (
    /\b(?:objective|purpose|goal|inputs?|examples?|steps|recommended order|read these|in this order|for example)\b\s*:?\s*$/i.test(
      sentence,
    )
  )
    return undefined;
  const pointers = run.items.filter((item) => pointer.test(plainWords(firstWords(document, item)))).length;
  if (pointers >= run.items.length * 0.5) return undefined;
  const numbered = run.items.every((item) => /^\d/.test(item.label ?? ''));
  const byLead = lead.length <= 160 ? listKind(lead) : undefined;
  const headings = headingsOf(run.section);
  const byHeading =
    listKind(headings[0] ?? '') ??
    (numbered && (document.role === 'prd' || document.role === 'workflow') ? listKind(headings[1] ?? '') : undefined);
  const ownStory = announcesStory(headings[0] ?? '') && listKind(headings[0] ?? '') === undefined;
  const introduced = !ownStory && (lead === '' || /[:：]$/.test(lead) || announcesRules(lead));
  const own = lead !== '' && strengthOf(lead) === 'MUST' && byHeading !== 'security' && byHeading !== 'telemetry';
  const told = byLead ?? (introduced && !own ? byHeading : undefined);
  const binding = run.items.filter((item) => strengthOf(firstWords(document, item)) === 'MUST').length;
  if (told !== undefined && (numbered || told !== 'security')) return told;
  const rules = announcesRules(`${lead} ${headings[0] ?? ''}`) || /\bchecklist\b/i.test(`${lead} ${headings[0] ?? ''}`);
  if (told !== undefined && (rules || binding >= run.items.length * 0.5)) return told;
  if (!numbered || (run.items.length < 2 && !own)) return undefined;
  if (announcesStory(`${lead} ${headings[0] ?? ''}`) && binding < run.items.length * 0.8) return undefined;
  if (announcesRules(lead === '' ? (headings[0] ?? '') : lead)) return 'other';
  return binding >= run.items.length * 0.6 ? 'other' : undefined;
}

/** A line that is a path, a file or a link: an order of reading or precedence, which binds elsewhere. */
const pointer =
  /^(?:[\w.-]+\/)*[\w.-]+\.(?:md|mdx|ya?ml|json|sql|txt|html)\b(?:\s*(?:[(—–:-].*)?)$|^(?:[\w.-]+\/)+\S*(?:\s*[(—–-].*)?$|^https?:\/\/\S+$/i;

function headingsOf(section: Section): string[] {
  const found: string[] = [];
  for (let at: Section | undefined = section; at && at.level > 1; at = at.parent) found.push(at.heading);
  return found.slice(0, 2);
}

function linesOf(claimed: readonly Span[]): Set<number> {
  const lines = new Set<number>();
  for (const span of claimed) {
    if (!taken.has(span.node.kind)) continue;
    for (let line = span.line; line <= span.lastLine; line += 1) lines.add(line);
  }
  return lines;
}

/** Gives every item its id: section and number; further lists of a section are told apart by their first words. */
class Places {
  readonly #document: Document;
  readonly #lists = new Map<string, Map<string, string>>();
  readonly #times = new Map<string, number>();

  constructor(document: Document) {
    this.#document = document;
  }

  node(said: Said): NodeFact<'item'> {
    const place = said.section.level === 0 ? '0' : (said.section.number ?? slug(said.section.title));
    const lists = this.#lists.get(place) ?? new Map<string, string>();
    this.#lists.set(place, lists);
    const key = said.lead;
    if (!lists.has(key))
      lists.set(
        key,
        lists.size === 0 ? '' : `${slug(said.lead.replace(/[:：]\s*$/, '')).slice(0, 40) || `list-${lists.size + 1}`}.`,
      );
    const bare = `${this.#document.name}#${place}.${lists.get(key)}${said.number}`;
    const times = (this.#times.get(bare) ?? 0) + 1;
    this.#times.set(bare, times);
    const own = strengthOf(said.text);
    const announced = strengthOf(`${said.lead} ${said.section.heading}`) === 'MUST' ? 'MUST' : own;
    const version = versionOf(said.lead) ?? versionOf(said.section.heading) ?? this.#document.scope;
    return {
      kind: 'item',
      id: times > 1 ? `${bare}~${times}` : bare,
      side: 'specified',
      at: {
        path: this.#document.path,
        line: said.line,
        column: said.column,
        ...(said.section.level === 0 ? {} : { section: said.section.heading }),
      },
      attributes: {
        list: said.list,
        number: said.number,
        text: said.text.length > 600 ? `${said.text.slice(0, 597)}…` : said.text,
        strength: own === 'NONE' ? announced : own,
        ...(version === undefined ? {} : { version }),
      },
    };
  }
}
