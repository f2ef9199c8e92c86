/** A name as it stands at the start of a text, and how it is written. */
export interface StateName {
  readonly name: string;
  readonly style: 'code' | 'bold' | 'screaming' | 'word';
  /** What follows it. */
  readonly rest: string;
}

const literal =
  /^(?:true|false|null|nil|none|undefined|yes|no|n\/?a|tbd|todo|and|or|not|the|a|an|when|then|given|but|if|else|note|notes|warning|important|examples?|description|purpose|trigger|actions?|states?|status|statuses|transitions?|from|to|input|output|event|events)$/i;
const prefix = /^[A-Za-z]\w*(?:State|Status|Phase|Stage)(?:\.|::)(?=\w)/;
const identifier = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
const words = /^[\p{L}][\p{L}\p{N}_'’-]*(?: (?:[\p{L}\p{N}_'’-]+)){0,4}$/u;
const assigned = /^(?:\w+\.)?(?:status|state)\s*(?:=|:=|==)\s*/i;

/** The name a state goes by, or undefined when no state is called that. Qualifiers (`JobState.DONE`) and the word "state" are taken off. */
export function stateName(text: string): string | undefined {
  let name = text
    .replace(/[`*"'“”‘’]/g, '')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .trim()
    .replace(assigned, '')
    .replace(prefix, '')
    .replace(/^(?:the|an?)\s+(?=\S)/i, '')
    .replace(/\s+/g, ' ');
  name = name.replace(/\s+(?:state|status)$/i, '').trim();
  if (name.length < 2 || name.length > 60 || literal.test(name) || /-\d/.test(name)) return undefined;
  if (identifier.test(name)) return /\p{L}{2}|_/u.test(name) || /^[A-Z]\d+$/.test(name) ? name : undefined;
  return words.test(name) ? name : undefined;
}

/** True for `PENDING`, `IN_PROGRESS`. */
export function isScreaming(name: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*$/.test(name) && /[A-Z]{2}/.test(name);
}

/** True for a name that is one identifier: `PENDING`, `in_progress`, `InReview`, `pending`. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name);
}

/** True for words that say in what condition something is: participles, and the adjectives machines are made of. */
export function isStative(name: string): boolean {
  return /(?:ed|ing|ted|wn|pt|(?:^|[_\s-])(?:open|closed?|active|inactive|idle|ready|draft|new|done|success|succeeded|fail(?:ed|ure)?|error|paid|sent|live|void|in[_\s-]?(?:progress|review|transit)|complete|valid|invalid|online|offline|up|down|held|lost|won|required|retry|terminal|review|approval|decision|init|start|end|stop|unknown|final))$/i.test(
    name,
  );
}

const wildcardWords =
  /^(?:\*|\(?(?:any|all|every|each)\)?(?=$|[\s)*(:,—–-])(?:\W|\w)*|(?:任意|任何|所有|全部|すべての|任意の)[^,，]{0,20})$/i;
const pseudo = /^(?:\[\*\]|[(（][^()（）]{0,40}[)）]|none|null|nil|[-–—∅●○◉⊙]+|n\/a)$/i;
const ending =
  /^(?:\[\*\]|[(（][^()（）]{0,60}[)）]|(?:none|end|final|terminal(?: state)?)(?: *[(—–-].*)?|[-–—∅◉⊙]+|无|終了|终态)$/i;

/** True for "any state", "Any non-terminal state", "all active states", `*`. */
export function isWildcard(text: string): boolean {
  const bare = text
    .replace(/[`"'\\]/g, '')
    .replace(/\*\*|__/g, '')
    .trim();
  return bare.length <= 80 && wildcardWords.test(bare);
}

/** True for what stands where a source state would, but says that there is none yet: `[*]`, `(start)`, `—`. */
export function isStart(text: string): boolean {
  return pseudo.test(text.replace(/[`\\]/g, '').trim());
}

/** True for what stands where a target state would, but says that nothing follows. */
export function isEnd(text: string): boolean {
  return ending.test(
    text
      .replace(/[`\\]/g, '')
      .replace(/^[*_]+(?=[^\]])|[*_]+$/g, '')
      .trim(),
  );
}

/** Reads the name at the start of a list item, a cell or an arrow's side: code span, bold words, capitals or plain words before a separator. */
export function leadingName(text: string): StateName | undefined {
  const bare = text.trim();
  const coded = /^(?:\*\*|__|\*)?`{1,2}([^`]+)`{1,2}(?:\*\*|__|\*)?(.*)$/su.exec(bare);
  if (coded) return named(coded[1], 'code', coded[2]);
  const bold = /^(?:\*\*|__)([^*_`][^*`]*?):?(?:\*\*|__)(.*)$/su.exec(bare);
  if (bold) return named(bold[1], 'bold', bold[2]);
  const screaming =
    /^((?:[A-Za-z]\w*(?:State|Status)(?:\.|::))?[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*)(?![\p{L}\p{N}_])(.*)$/su.exec(bare);
  if (screaming?.[1] && isScreaming(screaming[1].replace(prefix, '')))
    return named(screaming[1], 'screaming', screaming[2]);
  const plain =
    /^["'“]?([\p{L}][\p{L}\p{N}_'’-]*(?: [\p{L}\p{N}_'’-]+){0,4}?)["'”]?(?=\s*(?:$|[(（:：;,，。/|[#+&]|[-–—=] | {2,}|\/\/|\.$|(?:when|if|on|via|by|after|once|upon|unless|or|and)\s))(.*)$/su.exec(
      bare,
    );
  return plain ? named(plain[1], 'word', plain[2]) : undefined;
}

function named(text: string | undefined, style: StateName['style'], rest: string | undefined): StateName | undefined {
  const name = text === undefined ? undefined : stateName(text);
  return name === undefined ? undefined : { name, style, rest: (rest ?? '').trim() };
}
