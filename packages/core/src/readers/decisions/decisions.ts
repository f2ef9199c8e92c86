import type { EdgeFact, NodeFact } from '@iama/model';
import type { Document, Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { sentencesIn } from '../../document/sentences-in.ts';
import { type ConsideredOption, consideredOptions } from './considered-options.ts';
import { opens } from './decision-headings.ts';
import { decisionId } from './decision-id.ts';
import { type DecisionScope, ownEnd, plainWords } from './decision-scope.ts';
import { decisionScopes } from './decision-scopes.ts';
import { readStatus } from './decision-status.ts';
import { relatedRequirements } from './related-requirements.ts';
import { technologiesIn, technologyKey } from './technology-names.ts';
import { readTechnologyStatement, type TechnologyStatement } from './technology-statements.ts';

type Statement = NodeFact<'decision'>['attributes']['mandated'][number];

/**
 * Decision records: MADR, Nygard, free forms, and logs of several decisions in one document.
 *
 * @implements IAMA-READ-007
 */
export const decisions: DocumentReader = {
  name: 'decisions',
  read(document) {
    const nodes: NodeFact[] = [];
    const edges: EdgeFact[] = [];
    const spans: Span[] = [];
    for (const scope of decisionScopes(document)) {
      const node = decisionNode(document, scope);
      nodes.push(node);
      spans.push({ node: { kind: 'decision', id: node.id }, line: scope.line, lastLine: scope.lastLine });
      edges.push(...succession(node));
    }
    return { nodes, edges, spans };
  },
};

function decisionNode(document: Document, scope: DecisionScope): NodeFact<'decision'> {
  const heading = scope.head?.heading ?? document.header.get('title')?.value ?? '';
  const stated =
    document.header.get('adr')?.value ?? document.header.get('id')?.value ?? document.header.get('number')?.value;
  const own = decisionId(
    heading,
    document.path,
    scope.head?.level === 1 || !scope.head ? stated : undefined,
    document.header.get('document id')?.value,
  );
  const { status, date, supersedes, supersededBy } = readStatus(scope, own);
  const said = statements(scope);
  const decided = decidedWords(scope, heading);
  const options = consideredOptions(scope, decided.join(' '));
  const chosen = options.filter((option) => option.fate === 'chosen');
  const negative = new Set(
    said.filter((one) => one.kind === 'forbidden').flatMap((one) => one.technologies.map(technologyKey)),
  );
  const technologies = unique([
    ...chosen.flatMap((option) => option.technologies),
    ...said.filter((one) => one.kind === 'mandated').flatMap((one) => one.technologies),
    ...technologiesIn(plainWords(decided.join('. '))).filter((name) => !negative.has(technologyKey(name))),
  ]);
  const kept = new Set(technologies.map(technologyKey));
  const settled = chosen.length > 0 || decided.length > 1;
  const rejected = options.filter(
    (option) =>
      (option.fate === 'rejected' && (isJustThat(option) || option.technologies.length === 0)) ||
      (option.fate === 'open' &&
        settled &&
        option.technologies.length > 0 &&
        option.technologies.every((name) => !kept.has(technologyKey(name)))),
  );
  const forbidden = [
    ...said.filter((one) => one.kind === 'forbidden').map(asSaid),
    ...rejected.map((option) => ({
      text: option.text,
      technologies: option.technologies.filter((name) => !kept.has(technologyKey(name))),
      line: option.line,
    })),
  ];
  return {
    kind: 'decision',
    id: own.id,
    side: 'specified',
    at: { path: document.path, line: scope.line, column: 1, ...(heading === '' ? {} : { section: heading }) },
    attributes: {
      title: titleOf(heading),
      ...(status === undefined ? {} : { status }),
      ...(date === undefined ? {} : { date }),
      supersedes: [...supersedes],
      supersededBy: [...supersededBy],
      technologies,
      mandated: said.filter((one) => one.kind === 'mandated').map(asSaid),
      forbidden: forbidden.sort((a, b) => a.line - b.line),
      requirements: relatedRequirements(scope),
    },
  };
}

/** An option that is nothing but a product rules it out; "Java native serialization" does not rule out Java. */
function isJustThat(option: ConsideredOption): boolean {
  const rest = option.technologies.reduce((text, name) => text.replace(name, ' '), option.title);
  return (
    option.technologies.length > 0 &&
    rest
      .replace(
        /\b(?:use|using|adopt|keep|stay|with|switch|migrate|move|go|to|as[- ]is|and|or|a|an|the|self[- ]hosted|managed|server|database|db|cluster|cloud|library|framework|platform|engine|queue|broker|only|plain|pure|v?\d[\d.x]*)\b/gi,
        ' ',
      )
      .replace(/[^\p{L}]+/gu, '') === ''
  );
}

function asSaid(one: TechnologyStatement): Statement {
  return { text: one.text, technologies: [...one.technologies], line: one.line };
}

/** The title's words without the id. */
function titleOf(heading: string): string {
  const bare = heading
    .replace(/\s*\{#[^}]*\}\s*$/, '')
    .replace(
      /^[^\p{L}\p{N}]{0,3}(?:(?:(?:architecture|architectural) decision(?: record)?\s*)?(?:(?:[A-Z]{2,10}-)?(?:ADR|MADR|RFC|TDR|PDR|EDR|DR|AD|DEC)[-_ #:.]{0,3})?\d{1,5}(?!\d|\.\d|[-–/]\d|\s*(?:st|nd|rd|th)\b)\s*[.:)—–|-]*|(?:architecture|architectural) decision record\s*:)\s*/iu,
      '',
    )
    .trim();
  return bare === '' ? heading : bare;
}

/** Sentences of the sections that bind: what was decided, what follows, what is constrained. */
function statements(scope: DecisionScope): TechnologyStatement[] {
  const found: TechnologyStatement[] = [];
  for (const section of scope.sections) {
    const part = (['decision', 'constraints', 'consequences'] as const).find((one) => within(scope, section, one));
    if (part === undefined || opens(section, 'options') || /^pros and cons/i.test(section.title)) continue;
    for (const { line, text } of sentencesIn(scope.document, section.line + 1, ownEnd(scope.document, section))) {
      const said = readTechnologyStatement(text, line, part === 'consequences' ? 'guide' : 'decision');
      found.push(...said.filter((one) => part === 'decision' || one.technologies.length > 0));
    }
  }
  const label = scope.header.get('decision');
  if (label) found.push(...readTechnologyStatement(`Decision: ${label.value}`, label.line, 'decision'));
  return found;
}

function within(
  scope: DecisionScope,
  section: DecisionScope['sections'][number],
  part: 'decision' | 'constraints' | 'consequences',
): boolean {
  for (let at: typeof section | undefined = section; at && at !== scope.head; at = at.parent)
    if (opens(at, part)) return true;
  return false;
}

/** The words that name the choice: the title, and the first sentences of the decision. */
function decidedWords(scope: DecisionScope, heading: string): string[] {
  const words: string[] = [];
  const title = titleOf(heading);
  if (/^(?:use|using|adopt|choose|migrate to|switch to|move to|replace .+ with|standardi[sz]e on)\b/i.test(title))
    words.push(title.replace(/^replace .+ with/i, ''));
  else if (
    /\bas (?:the |our |an? )?(?:primary |main |default )?[\w -]+$/i.test(title) &&
    technologiesIn(title).length > 0
  )
    words.push(title);
  const section = scope.sections.find((one) => opens(one, 'decision'));
  if (!section) return words;
  for (const { text: sentence } of sentencesIn(scope.document, section.line + 1, ownEnd(scope.document, section))) {
    if (/\b(?:decided|chosen|selected|will use|adopt|use)\b/i.test(sentence))
      words.push(sentence.replace(/\b(?:instead of|rather than|not|because|over)\b.*$/i, ''));
    if (words.length >= 3) break;
  }
  return words;
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(technologyKey(name))) seen.set(technologyKey(name), name);
  return [...seen.values()];
}

function succession(node: NodeFact<'decision'>): EdgeFact[] {
  const own = { kind: 'decision' as const, id: node.id };
  const edge = (from: typeof own, to: typeof own, evidence: string): EdgeFact => ({
    kind: 'supersedes',
    from,
    to,
    at: node.at,
    how: 'declared',
    evidence,
  });
  return [
    ...node.attributes.supersedes.map((id) => edge(own, { kind: 'decision', id }, `${node.id} supersedes ${id}`)),
    ...node.attributes.supersededBy.map((id) =>
      edge({ kind: 'decision', id }, own, `${node.id} is superseded by ${id}`),
    ),
  ];
}
