import type { Document } from '../../document/document.ts';
import type { Family } from '../../ids/id-family.ts';
import { familyOf } from '../../ids/id-family.ts';
import { familyPrefix, parseId } from '../../ids/id-grammar.ts';
import type { Candidate } from './candidate.ts';
import { fieldKey } from './field-words.ts';
import { plainText, wordCount } from './plain-text.ts';
import type { Body } from './read-body.ts';
import { readLabel } from './read-label.ts';
import { describesBehaviour, readStrength } from './read-strength.ts';
import type { SectionKind } from './section-kind.ts';

/** What a candidate's surroundings are. */
export interface Standing {
  readonly document: Document;
  readonly file: SectionKind;
  readonly section: SectionKind;
  /** No other candidate shares its prefix: `ISA-95` is a name, not one of a family. */
  readonly alone: boolean;
  /** Id shapes the team declared: requirements whatever their letters say. */
  readonly patterns: readonly RegExp[];
}

/** A candidate needs this many points to define a requirement. */
export const enough = 6;

const pointer =
  /^(?:see\b|cf\.|refer(?:s|red)? to\b|→|=>|->|covered (?:by|in)\b|covers\b|verif(?:ied|ies) (?:by|in|that)?\b|tested (?:by|in)\b|implemented (?:by|in|via|as)\b|satisfied (?:by|in)\b|addressed (?:by|in)\b|fulfilled (?:by|in)\b|depends on\b|blocked by\b|blocks\b|same as\b|duplicate of\b|moved to\b|merged into\b|replaced by\b|superseded by\b|renamed to\b|见|參見|参见|参考|対応)/iu;
const verbAfterId =
  /^(?:is|are|was|were|has|have|had|and|or|to|in|on|by|for|from|with|covers?|requires?|depends?|describes?|defines?|states?|specif(?:y|ies)|says?|verif(?:y|ies)|implements?|introduces?|through|via|的|和|与|與|是|を|は|が|の)(?![\p{L}])/u;
const tick =
  /^(?:\p{So}|\uFE0F|[✓✔✗✘\s]|done|complete[d]?|pass(?:ed)?|fail(?:ed)?|pending|ok|yes|no|n\/a|partial(?:ly)?|covered|implemented|verified|todo|in progress|not started|open|closed|draft|approved|reserved|removed|deleted|withdrawn|obsolete|deprecated|superseded|void|retired|(?:intentionally )?left blank|✅|❌|[()])+[.!]?$/iu;
const contents = /(?:\.\s?){4,}\s*\d+$/;
const outcome =
  /^(?:\p{So}\uFE0F?\s*)*(?:pass(?:ed)?|fail(?:ed)?|(?:not )?met|(?:not )?achieved|partial(?:ly)?|compliant|compliance|done|completed?|verified|implemented|not started|in progress)(?=\s*(?:[(:：–—-]|$))/iu;
const otherTitle =
  /^(?:figure|fig\.|table|step|phase|task|test|scenario|example|appendix|diagram|screen|sprint|milestone|decision|risk|图|圖|表|步骤|步驟|测试|測試)(?![\p{L}])/iu;
const placeholderId = /(?:^|[-_.])(?:[Xx]{2,}|[Nn]{3,}|#{2,})(?:$|[-_.])/;
const placeholderText =
  /^(?:\[[^\]]*\]|<[^>]*>|\{\{?[^}]*\}?\}|\.{3}|…|tbd|tba|todo|xxx+|lorem ipsum.*|n\/a|[-–—])[.。]?$/i;
const placeholderInside =
  /\[(?!NEEDS)(?:specific|capability|key interaction|data requirement|behaviou?r|description|requirement|system|action|feature|condition|expected|your|what|the system|describe|insert|e\.g\.)[^\]]{0,200}\]|\{\{[^}]+\}\}|<(?:requirement|description|describe|insert|your|what)[^>]{0,80}>/i;
const wrongUnder =
  /\b(?:wrong|bad|incorrect|invalid|don'?t|do not|never|avoid|anti-?pattern|example|sample|template|e\.g\.|old (?:name|id)s?|renamed|deprecated|removed|obsolete|retired|withdrawn)\b|错误|錯誤|示例|範例|例如|废弃|廢棄|例/iu;
const referUnder =
  /\b(?:relat(?:es|ed|ing) to|depends? on|dependenc(?:y|ies)|covers?|covered|coverage|traces?(?: to)?|traced|refers?|references?|see(?: also)?|implement(?:s|ed)(?: by| in)?|satisf(?:y|ies|ied)|deriv(?:es|ed) from|parents?|children|links?|linked|blocks|blocked by|affect(?:s|ed)|verif(?:y|ies|ied)|validat(?:es|ed) by|tests?|tested by|maps? to|fulfil(?:s|led)|address(?:es|ed)|impact(?:s|ed))\b|关联|相关|依赖|参考|追踪|覆盖|関連|対応|相關|關聯|依賴|參考/iu;
const introduces = /\b(?:following|below|as follows|these|this section|defined here|listed here)\b/i;

/** A reason why a candidate can never define a requirement, judged by its own line and place; undefined when there is none. */
export function barredBecause(candidate: Candidate, standing: Standing): string | undefined {
  const { signs } = candidate;
  const text = plainText(candidate.lead === '' ? (candidate.title ?? '') : candidate.lead);
  const family = familyIn(candidate, standing);
  const stated = statesItself(candidate, standing.document);
  if (family === 'foreign' && !signs.declared && !stated) return 'another family';
  if (signs.struck || /^~~.*~~[.!]?$/.test(candidate.lead)) return 'struck through';
  if (signs.grouped) return 'several ids';
  if (placeholderId.test(candidate.id)) return 'placeholder';
  if (signs.under !== undefined && isReferring(signs.under)) return 'introduced as a reference';
  if ((signs.certain || stated) && standing.file !== 'barred') return undefined;
  if (standing.section === 'barred' || standing.file === 'barred') return 'place of references';
  if (candidate.table && candidate.table.kind === 'matrix') return 'matrix';
  if (candidate.table && candidate.table.kind === 'foreign' && family !== 'requirement') return 'table of other things';
  if (signs.target !== undefined && signs.target !== '' && !signs.declared) return 'link';
  if (candidate.form === 'heading' && /^[A-EG-QS-Z]\d+(?:\.\d+)+$/.test(candidate.id)) return 'section number';
  if (signs.trailing && (otherTitle.test(candidate.title ?? '') || /\.[a-z]{1,4}$|\(\)$/.test(candidate.title ?? '')))
    return 'title of something else';
  if (signs.declared) return undefined;
  if (candidate.form !== 'heading' && (pointer.test(text) || beginsWithId(candidate))) return 'points elsewhere';
  if (signs.mark === 'space' && verbAfterId.test(text) && candidate.form !== 'heading') return 'a sentence about it';
  if (text !== '' && (tick.test(text) || placeholderText.test(text))) return 'no text';
  if (candidate.form !== 'heading' && !candidate.table && outcome.test(text)) return 'an outcome';
  if (placeholderInside.test(text)) return 'template';
  if (contents.test(text)) return 'table of contents';
  if (candidate.form !== 'heading' && onlyNames(candidate.lead)) return 'only names';
  if (signs.task && /[?？]\s*(?:\[[^\]]*\]\s*)*$/.test(text)) return 'question';
  return undefined;
}

/**
 * True when the lines right below say `Requirement:` (or the word of another language) with a sentence after it: no title of
 * a section and no word in the id outweighs that. `Requirement: FR-12` only points to one.
 */
function statesItself(candidate: Candidate, document: Document): boolean {
  for (const line of document.lines.slice(candidate.line, candidate.line + 4)) {
    const field = /^\s*(?:[-*+]\s+)?(?:\*\*|__)?([\p{L} ]{2,30}?)(?:\*\*|__)?\s*[:：](?:\*\*|__)?\s*(\S.*)$/u.exec(
      line,
    );
    if (!field?.[1] || !field[2]) continue;
    return fieldKey(field[1]) === 'requirement' && wordCount(field[2]) >= 4 && !onlyNames(field[2]);
  }
  return false;
}

/** The family of a candidate, where a pattern the team declared outweighs the letters. */
export function familyIn(candidate: Candidate, standing: Pick<Standing, 'patterns'>): Family {
  if (candidate.signs.named) return 'unknown';
  return isDeclared(candidate, standing) ? 'requirement' : familyOf(candidate.id);
}

/** True when a pattern the team declared matches the whole id. */
function isDeclared(candidate: Candidate, standing: Pick<Standing, 'patterns'>): boolean {
  return standing.patterns.some((pattern) => {
    pattern.lastIndex = 0;
    return pattern.exec(candidate.id)?.[0] === candidate.id;
  });
}

/** `FR-1 → FR-2 …`, `FR-1: FR-2, FR-3`: a line that goes on with another id of the kind says how they hang together. */
function beginsWithId(candidate: Candidate): boolean {
  const next = readLabel(candidate.lead)?.id;
  return next !== undefined && (familyOf(next) === 'requirement' || familyPrefix(next) === familyPrefix(candidate.id));
}

function isReferring(label: string): boolean {
  const key = fieldKey(label);
  if (key === 'relation') return true;
  if (wrongUnder.test(label)) return true;
  if (
    /^(?!.*\b(?:related|covered|affected|addressed|implemented|satisfied|linked|parent|source|mapped)\b).*requirements?$/i.test(
      label,
    )
  )
    return false;
  const refers = key === undefined ? referUnder.exec(label) : null;
  const opens = introduces.exec(label);
  return refers !== null && (opens === null || refers.index < opens.index);
}

/** True when a text is made of code spans, links, ids and paths only: where something is, not what it shall do. */
function onlyNames(lead: string): boolean {
  if (lead === '') return false;
  const rest = lead
    .replace(/`[^`]*`/g, ' ')
    .replace(/\[[^\]]*\]\([^()]*\)/g, ' ')
    .replace(/[\w.@~-]*[/\\][\w./\\-]+/g, ' ')
    .replace(/\b[A-Z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*[-_]?\d+\b/g, (token) => (parseId(token) ? ' ' : token))
    .replace(/\b(?:and|or|in|via|by|lines?|tests?|file|module)\b/gi, ' ');
  return rest !== lead && !/[\p{L}]{2,}/u.test(rest);
}

/** How much speaks for a candidate being a definition. */
export function pointsFor(candidate: Candidate, body: Body, text: string, standing: Standing): number {
  const { signs, table } = candidate;
  const family = familyIn(candidate, standing);
  const stated = statesItself(candidate, standing.document);
  let points = isDeclared(candidate, standing)
    ? 5
    : stated || family === 'requirement'
      ? 3
      : family === 'unlikely'
        ? -2
        : family === 'foreign'
          ? -4
          : 0;
  if (/^[A-Za-z]\d$/.test(candidate.id)) points -= 2;
  if (
    standing.alone &&
    family === 'unknown' &&
    !signs.declared &&
    !signs.named &&
    !/^(?:US|STORY)\b/i.test(candidate.id) &&
    !/[-_.]0\d/.test(candidate.id)
  )
    points -= 3;
  const keys = new Set(body.fields.filter((field) => field.pieces.length > 0).map((field) => field.key));
  if (keys.has('requirement')) points += 3;
  if (keys.has('acceptance')) points += 2;
  if (keys.has('priority') || candidate.tags.length > 0) points += 2;
  if (keys.has('story')) points += 2;
  if (keys.has('rationale') || keys.has('status') || keys.has('version')) points += 1;
  const strength = readStrength(text);
  if (strength !== 'NONE') points += 2;
  else if (describesBehaviour(text)) points += 1;
  if (/^as an? [^,]{2,60},? I (?:want|need|can|would)/i.test(text)) points += 2;
  const words = wordCount(text);
  if (words >= 3) points += 1;
  else if (words === 0) points -= keys.has('acceptance') || keys.has('requirement') ? 0 : 6;
  if (signs.marked || signs.mark === 'colon') points += 1;
  else if (signs.mark === 'space') points -= 1;
  if (signs.declared) points += 4;
  if (signs.trailing) {
    const told = strength !== 'NONE' || keys.has('requirement') || keys.has('acceptance');
    points -= told && (standing.file === 'requirements' || standing.section === 'requirements') ? 1 : 6;
  }
  if ((candidate.lead.match(/\s{3,}/g)?.length ?? 0) >= 2) points -= 3;
  if (table?.kind === 'requirements') points += table.named ? 2 : 1;
  if (table?.kind === 'foreign') points -= 3;
  return points + pointsForPlace(standing, signs.declared, signs.certain);
}

function pointsForPlace(standing: Standing, declared: boolean, certain: boolean): number {
  let points = 0;
  if (certain) return 6;
  if (standing.section === 'requirements') points += 3;
  if (standing.section === 'foreign' || standing.section === 'acceptance') points -= 4;
  if (standing.file === 'requirements') points += standing.section === 'neutral' ? 2 : 1;
  if (standing.file === 'foreign') points -= declared ? 4 : 6;
  const { role } = standing.document;
  if (role === 'prd' && standing.file !== 'requirements') points += 1;
  const elsewhere = role !== 'prd' && role !== 'other' && role !== 'index' && standing.file !== 'requirements';
  if (elsewhere && !declared) points -= 3;
  if (role === 'adr') points -= 3;
  return points;
}
