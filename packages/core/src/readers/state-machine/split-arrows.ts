import { isEnd, isScreaming, isStart, isWildcard, leadingName, type StateName } from './state-name.ts';

/** What stands on one side of an arrow: one state, several alternatives, `*`, or the start or end mark. */
export interface Side {
  readonly names: readonly SideName[];
  readonly start?: boolean;
  readonly end?: boolean;
  /** In brackets: the chain also runs past it. */
  readonly optional?: boolean;
  /** Words after the names: what triggers the step into them. */
  readonly trailing?: string;
}

export interface SideName extends Omit<StateName, 'rest'> {
  readonly note?: string;
  /** Offset in the text the side was read from. */
  readonly offset: number;
}

/** A text cut at its arrows. `sides[0]` is undefined when the text starts with an arrow, the last when it ends with one. */
export interface ArrowChain {
  readonly sides: readonly (Side | undefined)[];
  /** `labels[n]` is what stands in the arrow between side n and side n + 1. */
  readonly labels: readonly (string | undefined)[];
  readonly both: readonly boolean[];
}

const labelled =
  '--\\s?\\[[^\\]\\n]{1,80}\\]\\s?-{1,3}>|-{1,3}\\([^)\\n]{1,80}\\)-{1,3}>|(?:--|──|——)\\s*[\\p{L}][^─—<>→▶>\\n-]{0,60}?\\s*(?:--?|─+|—+)[>▶►]|(?:──|——)\\s*[\\p{L}][^─—<>→▶>\\n-]{0,60}?\\s*→';
const bare =
  '<?[─━—=-]*(?:→|⟶|⇒|⟹|➔|➜|➝|➡️?|▶|►)|<?-{1,4}>|<?={1,3}>|[─━—]+>|↔|⇄|⟷|⇔|\\$\\\\(?:long)?rightarrow\\$|&rarr;';
const arrow = new RegExp(`${labelled}|${bare}`, 'gu');
/** Cheap first look, so that texts without arrows cost nothing. */
export const arrowLook = /[→⟶⇒⟹➔➜➝➡▶►↔⇄⟷⇔]|-->|->|=>|[─━—]>|rightarrow\$|&rarr;/;

/** Cuts a text at its arrows; undefined when it has none, or when one side cannot be states. */
export function splitArrows(text: string): ArrowChain | undefined {
  if (!arrowLook.test(text)) return undefined;
  const line = unwrapCode(text);
  const found = [...line.matchAll(arrow)].filter((match) => isArrow(line, match));
  if (found.length === 0) return undefined;
  const sides: (Side | undefined)[] = [];
  const labels: (string | undefined)[] = [];
  const both: boolean[] = [];
  let from = 0;
  for (let index = 0; index <= found.length; index += 1) {
    const match = found[index];
    const raw = line.slice(from, match?.index ?? line.length);
    const edge = raw.trim() === '' && (index === 0 || index === found.length);
    const side = edge ? undefined : readSide(raw, from, index === 0);
    if (!edge && !side) return undefined;
    sides.push(side);
    if (!match) break;
    labels.push(labelOf(match[0]));
    both.push(/^<|[↔⇄⟷⇔]/.test(match[0]));
    from = match.index + match[0].length;
  }
  return sides.some((side) => side) ? { sides, labels, both } : undefined;
}

/** `A → B` in one code span is the same as two code spans; offsets stay. */
function unwrapCode(text: string): string {
  return text.replace(/`([^`]*)`/g, (span, inner: string) => (arrowLook.test(inner) ? ` ${inner} ` : span));
}

/** `job->state` is code: a bare `->` between lower-case words without spaces is no arrow. */
function isArrow(line: string, match: RegExpMatchArray): boolean {
  if (match[0] !== '->' && match[0] !== '=>') return true;
  const before = /([\w`]+)$/.exec(line.slice(0, match.index))?.[1];
  const after = /^([\w`]+)/.exec(line.slice((match.index ?? 0) + match[0].length))?.[1];
  if (before === undefined || after === undefined) return true;
  return (isScreaming(before) && isScreaming(after)) || before.endsWith('`') || after.startsWith('`');
}

function labelOf(arrow: string): string | undefined {
  return /[\p{L}].*[\p{L}\p{N}]|[\p{L}]/u.exec(arrow.replace(/\$?\\(?:long)?rightarrow\$?|&rarr;/, ''))?.[0];
}

const separator = /^\s*(?:\/(?!\/)|\||\bor\b|或|、|・)\s*/;
const comma = /^\s*(?:,|，|\band\b|&)\s*(?:\bor\b|\band\b)?\s*/;

/** Reads one side of an arrow. */
export function readSide(raw: string, base = 0, first = false): Side | undefined {
  let lead = raw.length - raw.trimStart().length;
  let text = raw.trim();
  const bracket = /^\[([^\]*]{2,60})\]\s*(.*)$/su.exec(text);
  let optional = false;
  if (bracket?.[1] !== undefined) {
    if (first && leadingName(bracket[1].trim())?.rest !== '') return undefined;
    optional = !first;
    text = `${bracket[1]} ${bracket[2] ?? ''}`.trim();
    lead += 1;
  }
  if (isStart(text)) return { names: [], start: true, end: isEnd(text) };
  const marked = /^(?:\[\*\]|\((?:start|end|final|initial)\))(.*)$/is.exec(text);
  if (marked) return { names: [], start: true, end: true, ...trailingOf(marked[1]) };
  const wild = /^([^(:：]*)(.*)$/su.exec(text);
  if (wild?.[1] && isWildcard(wild[1])) {
    return { names: [{ name: '*', style: 'word', offset: base + lead }], ...trailingOf(wild[2]) };
  }
  const names: SideName[] = [];
  let rest = text;
  for (let guard = 0; guard < 40; guard += 1) {
    const name = leadingName(rest);
    if (!name || (names.length > 0 && !alike(names[0] as SideName, name))) break;
    const offset = base + lead + (text.length - rest.length) + Math.max(0, rest.indexOf(name.name));
    const note = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*/.exec(name.rest);
    names.push({ name: name.name, style: name.style, offset, ...(note?.[1] ? { note: note[1].trim() } : {}) });
    rest = name.rest.slice(note?.[0].length ?? 0);
    if (/^\/\w/.test(rest) && text[text.length - rest.length - 1] === ' ') return undefined;
    const cut = separator.exec(rest) ?? (name.style === 'code' || name.style === 'screaming' ? comma.exec(rest) : null);
    if (!cut) break;
    const next = rest.slice(cut[0].length);
    const following = leadingName(next);
    if (!following || !alike(names[0] as SideName, following)) break;
    if (/^\s*[,，]/.test(cut[0]) && following.style !== name.style) break;
    rest = next;
  }
  if (names.length === 0) return undefined;
  const trailing = trailingOf(rest);
  if (first && trailing.trailing !== undefined && !/^\s*(?:\+|&|[,:(]?\s*(?:on|when|if|after|upon)\s)/i.test(rest))
    return undefined;
  if (
    trailing.trailing !== undefined &&
    names.at(-1)?.style === 'word' &&
    /^[\p{L}]/u.test(rest) &&
    !/^(?:when|if|on|via|by|after|once|upon|unless)\b/i.test(rest)
  )
    return undefined;
  return { names, ...(optional ? { optional } : {}), ...trailing };
}

function alike(one: { style: StateName['style']; name: string }, other: StateName): boolean {
  return one.style === other.style || (one.style !== 'code' && other.style !== 'code');
}

function trailingOf(rest: string | undefined): { trailing?: string } {
  const text = (rest ?? '')
    .replace(/^[\s:：;,，.—–\-#/|*_"'”)\]}+&]+/, '')
    .replace(/^\((.*)\)$/s, '$1')
    .replace(/^[\s(]+$|[`*│|]/g, '')
    .trim();
  return text === '' ? {} : { trailing: text };
}
