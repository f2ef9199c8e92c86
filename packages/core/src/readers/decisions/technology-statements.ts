import { plainWords } from './decision-scope.ts';
import { technologiesIn, technologyKey } from './technology-names.ts';
import { firstTurn, type Turn } from './turning-words.ts';

/** What one sentence demands or rules out. */
export interface TechnologyStatement {
  readonly kind: 'mandated' | 'forbidden';
  readonly text: string;
  readonly technologies: readonly string[];
  readonly line: number;
}

/** How freely to read: a decision's own words bind, a guide's only where it says must or never. */
export type Binding = 'decision' | 'guide';

const verbs =
  '(?:use[ds]?|using|call|import|introduce|adopt|depend on|rely on|run(?: on)?|deploy(?: (?:to|on))?|go through|communicate (?:via|through|over)|be (?:built|written|implemented|stored|served|deployed|run|hosted|based|sent|routed|managed|handled|orchestrated) (?:with|in|on|using|via|by|through|as))';
const modal = '(?:must|shall|(?:is|are|be) required to|has to|have to|always|only|exclusively)';
/** Each ends where the names of what is demanded begin. */
const demands = [
  new RegExp(`\\b${modal}\\b(?! not| never)[\\s:*_]{0,6}(?:only |always |be able to )?${verbs}[\\s:*_]*`, 'i'),
  /\bmandates?\b[\s:*_]*/i,
  /(?:必须|必須|只能|统一|一律|应当)(?:使用|采用|採用|通过|走)\s*/,
  /\ball\b[^.]{1,80}\b(?:go(?:es)?|flow|pass|run|routed?) through\s+/i,
];
const decides = [
  /(?:采用|採用|选择|选用|使用|決定使用|채택|사용)\s*/,
  /^\W*(?:decided|decision|chosen(?: option)?|selected|choice)\b[\s*_]*:[\s*_"“]*/i,
  /\bchosen option\b[^:]{0,40}:[\s*_"“]*/i,
  /\bwe\b (?:will|have decided to|decided to|chose to|choose to|are going to|shall|have chosen to|opt(?:ed)? (?:for|to)|chose|have chosen|selected)\b\s*(?:use|adopt|move to|switch to|migrate to|standardi[sz]e on|go with|build on|implement\w*|store|run|rely on|deploy\w*)?\b\s*/i,
  /^\W*(?:we )?(?:use|adopt|standardi[sz]e on|choose|go with|migrate to|switch to|move to|build on)\s+/i,
];
const named =
  /^\W*(?:[\w.+-]+ ){0,3}?(?:is|are) (?:hereby )?(?:the )?(?:only|required|canonical|sole|official|mandatory|mandated|chosen|selected|adopted)\b/i;
const usedPassive = /\b(?:must|shall|is to) be used\b/i;
const ruledOut =
  /\b(?:is|are|was|were|has been|have been) (?:explicitly |therefore |also |strictly |hereby )*(?:rejected|forbidden|prohibited|banned|disallowed|ruled out|discarded|not (?:allowed|permitted|an option))\b|\bmust not be used\b|\bexplicitly rejected\b/i;

/** Reads one sentence. What follows "never", "not", "instead of" is ruled out; what stands before is demanded, when the words demand. */
export function readTechnologyStatement(sentence: string, line: number, binding: Binding): TechnologyStatement[] {
  const text = plainWords(sentence.replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, ''));
  if (text.length < 8 || text.endsWith('?') || /❌|✅|\b(?:wrong|incorrect|example)\b\W{0,4}:/i.test(text)) return [];
  if (/^(?:if|when|unless|while|because|since|although)\b/i.test(text)) return [];
  const shown = text.length > 300 ? `${text.slice(0, 297)}…` : text;
  const say = (kind: TechnologyStatement['kind'], technologies: readonly string[]): TechnologyStatement => ({
    kind,
    text: shown,
    technologies,
    line,
  });
  const out = ruledOut.exec(sentence);
  if (out) {
    const technologies = technologiesIn(sentence.slice(0, out.index));
    return technologies.length > 0 && words(sentence.slice(0, out.index)) <= 8 ? [say('forbidden', technologies)] : [];
  }
  const turn = firstTurn(sentence);
  const before = turn === undefined ? sentence : sentence.slice(0, turn.at);
  const positive = demanded(before, turn, binding);
  const found = positive.length > 0 ? [say('mandated', positive)] : [];
  if (!turn) return found;
  const reach = clause(sentence.slice(turn.at + turn.length));
  const known = new Set(technologiesIn(before).map(technologyKey));
  const near = turn.direct ? technologiesIn(firstWords(reach, 5)) : leading(reach, turn.no);
  const negative = (near.length > 0 ? technologiesIn(reach) : []).filter((name) => !known.has(technologyKey(name)));
  const alone = isAddressed(before) || /[:—–;,]\W*$|\?\?\s*$/.test(before) || positive.length > 0;
  const binds = turn.strong
    ? binding === 'decision' || alone
    : turn.contrast && (binding === 'decision' || positive.length > 0);
  if (binds && negative.length > 0) return [...found, say('forbidden', negative)];
  if (binding === 'decision' && turn.firm && turn.direct && near.length === 0) return [...found, say('forbidden', [])];
  return found;
}

/** Nobody in particular is told: the rule is for everyone. "The API never calls X" is a rule for the API. */
function isAddressed(before: string): boolean {
  const who = plainWords(before.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, ''));
  return (
    words(who) === 0 ||
    (words(who) <= 3 &&
      /^(?:we|you|agents?|developers?|please|and|also|new|all|any|application|code|teams?)\b/i.test(who))
  );
}

/** The technologies a sentence demands: those right behind the words that demand. */
function demanded(before: string, turn: Turn | undefined, binding: Binding): string[] {
  const forms = binding === 'decision' ? [...demands, ...decides] : demands;
  for (const form of forms) {
    const match = form.exec(before);
    if (!match) continue;
    const reach = clause(before.slice(match.index + match[0].length));
    if (technologiesIn(firstWords(reach, 7)).length > 0) return technologiesIn(reach);
  }
  const passive = usedPassive.exec(before);
  if (passive && words(before.slice(0, passive.index)) <= 6) return technologiesIn(before.slice(0, passive.index));
  const lead = named.exec(plainWords(before));
  if (lead) return technologiesIn(lead[0]);
  if (turn?.contrast && /^\W*(?:\w+ ){0,3}(?:use|adopt|mandates?|via|through)\b/i.test(plainWords(before)))
    return technologiesIn(before);
  return [];
}

/** Without a word of use only the name right behind the turn is meant: "never Celery", "no Redis". */
function leading(reach: string, no: boolean): string[] {
  const bare = plainWords(reach).replace(/^(?:the|a|an|any|raw|plain)\s+/i, '');
  return technologiesIn(firstWords(bare, 3)).filter((name) => {
    const rest = bare.startsWith(name) ? bare.slice(name.length) : undefined;
    return rest !== undefined && (!no || /^\s*(?:$|[,.;:(]|(?:and|or|in|for|anywhere|at all)\b)/i.test(rest));
  });
}

function firstWords(text: string, count: number): string {
  return text.trim().split(/\s+/).slice(0, count).join(' ');
}

function words(text: string): number {
  return text
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
    .split(/[^\p{L}\p{N}_.'-]+/u)
    .filter((word) => /\p{L}/u.test(word)).length;
}

/** The words a verb or a "not" reaches: up to the end of its clause. */
function clause(text: string): string {
  return (
    text.split(
      /[.;!?](?:\s|$)|\s[—–]\s|\b(?:because|since|but|unless|without|from within|so that|when|while|which|that|in favou?r of|in order to)\b/i,
    )[0] ?? text
  );
}
