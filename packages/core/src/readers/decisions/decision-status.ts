import { opens } from './decision-headings.ts';
import { type DecisionId, decisionRefs } from './decision-id.ts';
import { type DecisionScope, ownEnd, plainWords, proseLines } from './decision-scope.ts';

export interface DecisionStatus {
  readonly status: string | undefined;
  readonly date: string | undefined;
  readonly supersedes: readonly string[];
  readonly supersededBy: readonly string[];
}

const known =
  /^(?:partially |conditionally )?(?:proposed|proposal|accepted|rejected|declined|deprecated|superseded|superceded|replaced|obsoleted?|draft|pending|decided|approved|implemented|adopted|active|on[- ]hold|withdrawn|deferred|postponed|amended|final|in[- ](?:progress|review|discussion)|under (?:review|discussion)|experimental|provisional|done|open|closed|agreed|trial|retired|archived|ratified|committed|effective|informational|aceptad[oa]|aceit[oa]|propuest[oa]|propost[oa]|rechazad[oa]|obsolet[oa]|akzeptiert|angenommen|vorgeschlagen|abgelehnt|veraltet|ersetzt|accepté|proposé|rejeté|obsolète|принято|предложено|отклонено|устарело)(?![\p{L}])|^(?:已?(?:接受|采纳|採納|采用|通过|批准|确定|决定|提议|提出|草案|拒绝|废弃|废止|取代|替代|实施|生效)|承認(?:済み?)?|採用|提案中?|却下|廃止|非推奨|승인|제안|폐기)/iu;
const labels = {
  status: [
    'status',
    'state',
    'estado',
    'statut',
    'stato',
    'статус',
    '状态',
    '狀態',
    'ステータス',
    '상태',
    'decision status',
    'adr status',
  ],
  date: [
    'date',
    'decision date',
    'date decided',
    'decided on',
    'decided',
    'created',
    'accepted',
    'last updated',
    'fecha',
    'datum',
    'data',
    'дата',
    '日期',
    '日付',
    '날짜',
  ],
} as const;

/** Status, date and succession of a decision: labels and front matter at its top, or its Status section. */
export function readStatus(scope: DecisionScope, own: DecisionId): DecisionStatus {
  const stated = labels.status.map((label) => scope.header.get(label)?.value).find((value) => value !== undefined);
  const section = scope.sections.find((one) => opens(one, 'status'));
  const lines = section
    ? proseLines(scope.document, section.line + 1, ownEnd(scope.document, section)).map(({ text }) => text)
    : [];
  const words = [stated ?? '', ...lines].map((line) => line.trim()).filter((line) => line !== '');
  const near = [...words, ...topLines(scope)];
  const supersededBy = refsAfter(
    near,
    scope,
    own,
    /\b(?:supersede?d|superceded|replaced|obsoleted|overridden|deprecated) (?:in part )?by\b|(?:被|由).{0,12}(?:取代|替代)/i,
    ['superseded by', 'superseded-by', 'replaced by', 'obsoleted by', '取代者', '被取代'],
  );
  const supersedes = refsAfter(
    near,
    scope,
    own,
    /\b(?:supersedes|supercedes|replaces|obsoletes|overrides)\b(?! by)|(?:^|[^被])取代(?!者)/i,
    ['supersedes', 'replaces', 'obsoletes', '取代'],
  );
  return {
    status: statusWord(words),
    date: dateOf(scope, words),
    supersedes: supersedes.filter((id) => !supersededBy.includes(id)),
    supersededBy,
  };
}

/** The word for where a decision stands, as said; "Accepted (2023)" is `Accepted`. */
function statusWord(lines: readonly string[]): string | undefined {
  const plain = lines.map((line) => plainWords(line).replace(/^[^\p{L}]+/u, ''));
  const words = plain.map((line) => known.exec(line)?.[0]).filter((word) => word !== undefined);
  const gone = words.find((word) => /^(?:supers|superc|replaced|obsolete)/i.test(word));
  if (gone !== undefined || words.length > 0) return gone ?? words[0];
  const first = plain.find((line) => line !== '');
  if (first === undefined) return undefined;
  const short = (first.split(/[.;,:(（—–]|\s-\s|\sby\s|\son\s/)[0] ?? '').trim();
  return short !== '' && short.split(' ').length <= 4 && short.length <= 40 ? short : undefined;
}

function dateOf(scope: DecisionScope, words: readonly string[]): string | undefined {
  const day =
    /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\d{4}年\d{1,2}月\d{1,2}日|\b(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?\d{4}\b|\b\d{4}-\d{2}\b/;
  for (const label of labels.date) {
    const value = scope.header.get(label)?.value;
    const found = value === undefined ? undefined : day.exec(value)?.[0];
    if (found) return found;
  }
  const section = scope.sections.find((one) => /^(?:date|fecha|datum|日期|日付)$/i.test(one.title));
  const text = section
    ? (scope.document.lines[section.line] ?? '') + (scope.document.lines[section.line + 1] ?? '')
    : words.join(' ');
  return day.exec(text)?.[0] ?? /(?:^|\/)(\d{4}-\d{2}-\d{2})[-_]/.exec(scope.document.path)?.[1];
}

/** Notes and labelled lines between the title and the first sub-heading. */
function topLines(scope: DecisionScope): string[] {
  const from = (scope.head?.line ?? 0) + 1;
  const to = Math.min((scope.sections[0]?.line ?? scope.lastLine + 1) - 1, from + 25);
  return proseLines(scope.document, from, to).map(({ text }) => text);
}

function refsAfter(
  lines: readonly string[],
  scope: DecisionScope,
  own: DecisionId,
  phrase: RegExp,
  keys: readonly string[],
): string[] {
  const found = new Set<string>();
  for (const key of keys) {
    const value = scope.header.get(key)?.value;
    if (value !== undefined && !/^(?:none|n\/a|-|—|null)$/i.test(value))
      for (const id of decisionRefs(value, own)) found.add(id);
  }
  for (const line of lines) {
    const match = phrase.exec(line);
    if (!match) continue;
    const rest =
      line
        .slice(match.index + match[0].length)
        .split(/[;。]|\.\s|\b(?:supersedes|superseded|replaces|replaced|amends|amended)\b/i)[0] ?? '';
    for (const id of decisionRefs(rest, own)) found.add(id);
  }
  return [...found];
}
