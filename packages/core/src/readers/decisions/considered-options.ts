import { opens } from './decision-headings.ts';
import { type DecisionScope, ownEnd, plainWords, proseLines } from './decision-scope.ts';
import { technologiesIn } from './technology-names.ts';

/** One option a decision weighed. */
export interface ConsideredOption {
  readonly text: string;
  /** Its name, without the remarks behind it. */
  readonly title: string;
  readonly line: number;
  readonly technologies: readonly string[];
  readonly fate: 'chosen' | 'rejected' | 'open';
}

const lead =
  /^\W{0,3}(?:option|alternative|variant|opción|alternativa|方案|選項)\s*(?:[A-Z\d]{1,2}|[一二三四])?\s*[:.)—–-]*\s*|^\W{0,3}[A-D\d]{1,2}[:.)]\s+/i;
const chosen = /\b(?:selected|chosen|accepted|adopted|recommended|our choice|winner)\b|✅|✔|☑|已选|採用/i;
const rejected = /\b(?:rejected|discarded|not (?:chosen|selected|adopted)|ruled out)\b|❌|✗|✘|已否决|却下/i;
const heads =
  /^(?:dis)?advantages$|^(?:pros|cons|benefits|drawbacks|summary|assessment|comparison|conclusion|notes?|links|evaluation|criteria)\b/i;
const generic =
  /\b(?:custom|own|build|buy|manual|nothing|keep|status quo|current|existing|separate|single|multiple|hybrid|in-house|scratch|process|approach|option|other|service|server|library|engine|proxy|infrastructure|platform|based|with|and|or|the|for|per|as|on|to|of|in|a|an|use|no|do|not|from|we|it|each|all|more|one|two|yes|none|good|bad|neutral|monolith|microservices?|rest|same|new|simple|full|default|local|global|shared|static|dynamic|direct|client|agent|queue|cache|database|framework|cloud)\b/i;

/** The options of a decision and what became of each, from headings and lists; the chosen one also by name. */
export function consideredOptions(scope: DecisionScope, decided: string): ConsideredOption[] {
  const area = scope.sections.filter((section) => opens(section, 'options'));
  const found: ConsideredOption[] = [];
  for (const section of scope.sections) {
    const within = area.some((over) => section.line > over.line && section.line <= over.lastLine);
    if (!within && !/^option\s+[A-Z\d]/i.test(section.heading)) continue;
    if (opens(section, 'consequences') || heads.test(section.title)) continue;
    const body = proseLines(scope.document, section.line + 1, section.lastLine).map(({ text }) => text);
    found.push(optionOf(section.heading, section.line, body.join('\n'), decided));
  }
  for (const section of area) {
    if (found.some((option) => option.line > section.line && option.line <= section.lastLine)) continue;
    for (const { line, text } of proseLines(scope.document, section.line + 1, ownEnd(scope.document, section))) {
      if (/^\s{0,1}(?:[-*+]|\d+[.)])\s+\S/.test(text))
        found.push(optionOf(text.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, ''), line, '', decided));
    }
  }
  const merged = new Map<string, ConsideredOption>();
  for (const option of found.sort((a, b) => a.line - b.line)) {
    const key = option.title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const before = merged.get(key);
    merged.set(key, before ? { ...before, fate: before.fate === 'open' ? option.fate : before.fate } : option);
  }
  return [...merged.values()];
}

function optionOf(raw: string, line: number, body: string, decided: string): ConsideredOption {
  const text = plainWords(raw);
  const bare = text.replace(lead, '').trim();
  const title = (bare.split(/\s[—–-]\s|[:：(（]/)[0] ?? bare).trim();
  const named = technologiesIn(title === '' ? bare : title);
  const name = title.replace(
    /^(?:use|using|adopt|keep(?: using)?|stay with|switch to|migrate to|move to|go with|implement)\s+/i,
    '',
  );
  const proper =
    /^[A-Z][\w.-]+(?: (?:CI|CD|DB|MQ|Cloud|Server|Engine|Queue|SDK|Framework))?$/.test(name) && !generic.test(name);
  const own = named.length === 0 && proper ? [name] : named;
  const told = title.length >= 3 && decided.toLowerCase().includes(title.toLowerCase());
  const verdict = /(?:^|\n)\W{0,4}(?:verdict|rejected|deferred|selected|this option is)\b[^\n]*/i.exec(body)?.[0] ?? '';
  const fate =
    rejected.test(text) || rejected.test(verdict)
      ? 'rejected'
      : chosen.test(text) || told || /\bselected\b|\bchosen\b/i.test(verdict)
        ? 'chosen'
        : 'open';
  return { text, title: title === '' ? bare : title, line, technologies: own, fate };
}
