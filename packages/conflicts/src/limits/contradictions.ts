import type { GraphView } from '@iama/model';
import { sameValue } from '../same-value.ts';
import { assertingDocuments, otherScope } from '../standing-documents.ts';
import { Union } from '../union.ts';
import { contradict, valueSaid } from './comparable.ts';
import type { Statement } from './limit-statements.ts';
import { limitStatements } from './limit-statements.ts';

const measures = new Set(['s', 'month', 'byte', '%', 'px', 'usd', 'eur', 'gbp', 'cny', 'hz']);

/** Statements about one thing that do not all say the same. */
export interface Contradiction {
  readonly statements: readonly Statement[];
  /** The identifier, or the words of the thing and what is limited. */
  readonly subject: string;
  /** Known by an identifier, a requirement or a name of several words; else only a noun links the places. */
  readonly certain: boolean;
}

/** Numbers that documents bind to the same thing and that differ: by identifier, by name, or by the requirement they cite. */
export function contradictions(graph: GraphView<'statement' | 'config-key' | 'document'>): Contradiction[] {
  const asserting = assertingDocuments(graph);
  const all = limitStatements(graph).filter(isNamed);
  const things = new Union<Statement>();
  for (const group of grouped(
    all.filter(({ attributes }) => attributes.attribute !== 'said'),
    nameKey,
  ).values())
    joinNamed(group, things);
  const linked = joinCited(all, things);
  const found: Contradiction[] = [];
  for (const statements of things.groups(all)) {
    const clear = clearStatements(statements, linked);
    const against = (a: Statement, b: Statement) =>
      contradict(a, b) &&
      a.at.path !== b.at.path &&
      !otherScope(asserting.get(a.at.path), asserting.get(b.at.path)) &&
      (linked.has(a) || linked.has(b) || isLaidDown(a, b, asserting));
    const wrong = clear.filter((a) => clear.some((b) => against(a, b)));
    if (wrong.length < 2) continue;
    const sides = clear.filter((one) =>
      wrong.some((other) => one === other || sameValue(valueSaid(one), valueSaid(other)) === 'same'),
    );
    found.push({ statements: sides, subject: subjectOf(statements), certain: isCertain(sides, linked) });
  }
  return found;
}

/** What statements must share to be about one thing: the identifier, or the last word of the name, the attribute and the unit. */
function nameKey({ attributes: { subject, attribute, value } }: Statement): string {
  if (attribute === 'value') return `${subject}\u0000value`;
  return [subject.split(' ').at(-1), attribute, value.unit ?? ''].join('\u0000');
}

/** Joins statements with the same name; a bare noun joins the only longer name that ends in it. */
function joinNamed(group: readonly Statement[], things: Union<Statement>): void {
  const bySubject = grouped(group, ({ attributes }) => attributes.subject);
  const [firsts, bare] = [[...bySubject.entries()], [...bySubject.keys()].find((subject) => !subject.includes(' '))];
  for (const [, same] of firsts) for (const one of same.slice(1)) if (same[0]) things.join(same[0], one);
  const longer = firsts.filter(([subject]) => subject !== bare);
  const [only] = longer;
  const plain = bare === undefined ? undefined : bySubject.get(bare)?.[0];
  if (plain && only?.[1][0] && longer.length === 1) things.join(plain, only[1][0]);
}

/**
 * Joins a statement that cites a requirement with the number of that requirement it repeats, or, when it repeats none, with
 * the one whose words it shares. Answers the statements joined by a requirement.
 */
function joinCited(all: readonly Statement[], things: Union<Statement>): Set<Statement> {
  const linked = new Set<Statement>();
  const owned = grouped(
    all.filter(({ attributes }) => attributes.owner !== undefined),
    ({ attributes }) => attributes.owner ?? '',
  );
  for (const one of all) {
    const cited = one.attributes.ids.filter((id) => id !== one.attributes.owner);
    const candidates = cited.flatMap((id) => owned.get(id) ?? []).filter((other) => comparableUnits(one, other));
    const repeated = candidates.find((other) => sameValue(valueSaid(one), valueSaid(other)) === 'same');
    const meant =
      repeated ??
      candidates.find((other) => contradict(one, other) && shareWords(one, other) && sameVersion(one, other));
    if (!meant) continue;
    things.join(meant, one);
    linked.add(one).add(meant);
  }
  return linked;
}

/** The same unit or the same thing counted; an identifier without a unit may mean any count. */
function comparableUnits(a: Statement, b: Statement): boolean {
  const [one, other] = [valueSaid(a).unit, valueSaid(b).unit];
  if (one !== undefined && one === other) return true;
  return a.attributes.attribute === 'value' && one === undefined && (other === undefined || !measures.has(other));
}

function shareWords(a: Statement, b: Statement): boolean {
  const others = wordsOf(b);
  return wordsOf(a).some((word) => others.includes(word));
}

/** False when two sentences name different versions: `the v0 set has 10 objects`, `the v2 set has 14`. */
function sameVersion(a: Statement, b: Statement): boolean {
  const [one, other] = [a, b].map(({ attributes }) =>
    /(?<![\w.])v\d+(?![\w.])/i.exec(attributes.words)?.[0].toLowerCase(),
  );
  return one === other || one === undefined || other === undefined;
}

function wordsOf({ attributes: { subject } }: Statement): string[] {
  const small = /^(?:max|min|default|limit|time|day|hour|second|minute|requirement|acceptance|number|count|per|value)$/;
  return subject
    .split(/[\s._]+/)
    .map((word) => word.toLowerCase().replace(/s$/, ''))
    .filter((word) => word.length > 2 && !small.test(word));
}

function subjectOf(statements: readonly Statement[]): string {
  const named = statements.filter(({ attributes }) => attributes.attribute !== 'said');
  const identifier = named.find(({ attributes }) => attributes.attribute === 'value');
  if (identifier) return identifier.attributes.subject;
  const [longest] = [...named].sort((a, b) => b.attributes.subject.length - a.attributes.subject.length);
  const { subject, attribute } = (longest ?? statements[0])?.attributes ?? { subject: '', attribute: '' };
  return attribute === 'number' || attribute === 'said' ? subject : `${subject} ${attribute}`;
}

function isCertain(sides: readonly Statement[], linked: ReadonlySet<Statement>): boolean {
  return sides.every(
    ({ attributes }, index) =>
      ['identifier', 'name'].includes(attributes.by) ||
      attributes.subject.includes(' ') ||
      linked.has(sides[index] as Statement),
  );
}

/** Words that name no thing of their own: what they limit is told by the rest of the text. */
const generic = new Set(
  'rate token request connection cache rolling maximum minimum max min configured file page batch font retry point hard soft upper lower query http api read write idle visibility message queue pool thread warning cost output input total bundle unit integration test title name body header image text line key value search result response item field string size larger smaller check current applicable approaching remaining actual target expected recommended allowed per-request per-user data user client server service single initial final default overall global local standard custom number time object record row list array type level step stage phase'.split(
    ' ',
  ),
);

/** A name that says what it is about; an identifier that belongs to one key of the whole system. */
function isNamed({ attributes: { subject, by, ids, owner } }: Statement): boolean {
  if (ids.length > 0 || owner !== undefined) return true;
  if (by === 'identifier') return /\w\.\w/.test(subject) || subject.includes(' ');
  return subject.split(' ').some((word) => !generic.has(word.toLowerCase()));
}

/** Without documents that give one thing several values themselves: there nobody can say which of them is meant. */
function clearStatements(statements: readonly Statement[], linked: ReadonlySet<Statement>): Statement[] {
  const byPath = grouped(statements, ({ at }) => at.path);
  return statements.filter(
    (one) =>
      linked.has(one) ||
      (byPath.get(one.at.path) ?? []).every((other) => sameValue(valueSaid(one), valueSaid(other)) !== 'differs'),
  );
}

const laysDown = new Set(['prd', 'adr', 'api-contract', 'db-schema', 'workflow', 'architecture']);

/** True when one of two documents lays down, and the other is known for something, a role or a rank, or names the thing in full. */
function isLaidDown(a: Statement, b: Statement, documents: ReturnType<typeof assertingDocuments>): boolean {
  const known = [a, b].map(({ at }) => documents.get(at.path)?.attributes);
  const identifiers = a.attributes.by === 'identifier' && b.attributes.by === 'identifier';
  return (
    identifiers ||
    (known.some((one) => one?.rank !== undefined || laysDown.has(one?.role ?? '')) &&
      (known.every((one) => one?.rank !== undefined || (one?.role ?? 'other') !== 'other') ||
        [a, b].every(({ attributes }) => attributes.subject.includes(' '))))
  );
}

function grouped<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups;
}
