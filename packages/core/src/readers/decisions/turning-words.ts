/** A word that turns a sentence round: what follows it is ruled out. */
export interface Turn {
  readonly at: number;
  readonly length: number;
  /** "never", "must not", "do not", "no": binds by itself. */
  readonly strong: boolean;
  /** Strong whoever speaks: "never", "must not". */
  readonly firm: boolean;
  /** "not X", "instead of X": binds with what stands before. */
  readonly contrast: boolean;
  /** A word of use stands between the turn and the names, so that all of them are meant. */
  readonly direct: boolean;
  /** The sentence starts with "no". */
  readonly no: boolean;
}

const use =
  '(?:use[ds]?|using|call(?:s|ed|ing)?|import(?:s|ed|ing)?|introduc(?:e|ing)|add(?:ing)?|adopt(?:ing)?|depend(?:ing)? on|rely(?:ing)? on|run(?:ning)? on|run|deploy(?:ed)?(?: (?:to|on))?|install|switch(?:ing)? to|replace .{1,30} with|bring in|go(?:es)? (?:directly )?to|access(?:ed)?|write)';
const denial =
  "never|must not|must never|mustn't|shall not|should not|may not|do not|don't|cannot|can't|can not|avoid|no longer|not allowed to|forbidden to|prohibited to";
const turns = new RegExp(
  `\\b(?:${denial})\\b[\\s:*_]{0,6}(?:be )?(?:directly )?(?:${use}\\b[\\s:*_]{0,6})?|\\b(?:forbidden|prohibited|banned|disallowed|not (?:allowed|permitted))\\b(?: technolog\\w+)?[*_]*\\s*:|\\b(?:instead of|rather than|in place of|as opposed to)\\b|(?:[,;(—–:]|\\.\\s|\\s[-–—]\\s|\\band)\\s*not\\b(?!\\s+(?:only|just|yet|necessarily|required|needed|be\\b|to be|the same|sure|all|every|as\\b|via the))|^\\s*(?:[-*+]\\s+)?no\\b|(?:禁止|不得|严禁|不要|不可|切勿)(?:直接)?(?:使用|采用|採用|调用|引入)?|(?:而不是|而非|不用|不使用|不采用)`,
  'gi',
);
/** Verbs whose object is what is used; one adds, runs and writes other things too. */
const used =
  /\b(?:use[ds]?|using|call(?:s|ed|ing)?|import(?:s|ed|ing)?|adopt(?:ing)?|depend(?:ing)? on|rely(?:ing)? on|deploy(?:ed)? (?:to|on)|install|switch(?:ing)? to)[\s:*_]*$|(?:forbidden|prohibited|banned|disallowed|allowed|permitted)(?: technolog\w+)?[*_]*\s*:\s*$/i;

/** The first word that turns a sentence round; "users who do not use X" turns nothing. */
export function firstTurn(sentence: string): Turn | undefined {
  for (const match of sentence.matchAll(turns)) {
    const before = sentence.slice(0, match.index);
    const soft = /do not|don't|cannot|can't|can not|should not|may not|no longer/i.test(match[0]);
    const other = /\b(?:who|that|which|if|when|you|they|it|users?|clients?|teams?|people|does)\s+(?:\w+\s+)?$/i.test(
      before,
    );
    if (soft && other) continue;
    const firm =
      /never|must not|must never|mustn't|shall not|forbidden|prohibited|banned|disallowed|not (?:allowed|permitted)|禁止|不得|严禁|不要|不可|切勿/i.test(
        match[0],
      );
    const no = /^\s*(?:[-*+]\s+)?no$/i.test(match[0]);
    const contrast =
      !firm &&
      !soft &&
      !no &&
      /instead of|rather than|in place of|as opposed to|\bnot$|而不是|而非|不用|不使用|不采用/i.test(match[0]);
    return {
      at: match.index,
      length: match[0].length,
      strong: firm || soft || no || /\bavoid\b/i.test(match[0]),
      firm: firm || (soft && /^\W*$/.test(before)),
      contrast,
      direct: used.test(match[0]) || contrast || /使用|采用|採用|调用|引入/.test(match[0]),
      no,
    };
  }
  return undefined;
}
