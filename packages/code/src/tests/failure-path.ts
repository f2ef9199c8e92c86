const statusNames =
  'bad_?request|unauthori[sz]ed|payment_?required|forbidden|not_?found|method_?not_?allowed|not_?acceptable|conflict|gone|length_?required|precondition_?failed|(?:payload|content|request_?entity)_?too_?large|unsupported_?media_?type|unprocess?able(?:_?entity|_?content)?|locked|too_?many_?requests|(?:internal_?)?server_?error|not_?implemented|bad_?gateway|service_?unavailable|gateway_?timeout|client_?error|[45]xx_?\\w*';

const named = new RegExp(
  `\\b(?:https?_?status(?:_?codes?)?|status(?:_?codes?)?|codes)\\s*(?:\\.|::|\\(\\)\\.(?:is)?|,\\s*:)?\\s*(?:https?_?)?(?:[45]\\d\\d_?|status_?)?(${statusNames})\\b|assert(?:_response\\s*:|_?)(${statusNames})\\b|http_status\\(?\\s*:(${statusNames})\\b|\\bstatus(?:code)?(${statusNames})\\b|\\.is(${statusNames})\\(`,
  'i',
);
const number = /(?<![\w.:#-])([45]\d\d)(?![\w.-]|\s*(?:ms|px|\*|s\b))/;
const aboutStatus = /status|\bcode\b|Code\b|_code|http|\bres(?:p|ponse)?\b|\.expect\(\s*[45]\d\d/i;
const assertion =
  /\b(?:expect\w*|assert\w*|should|require|verify|must_equal|ensure|XCTAssert\w*|Assert|REQUIRE|CHECK|EXPECT_\w+|ASSERT_\w+)\b|\bt\s*\.\s*(?:is|equal|same|deepEqual|strictEqual|like|match|Error|Fatal)\w*\(|\.\w*(?:Equal|Status|status)\w*\(|!=|==|\b(?:want|expected|exp)\w*['"]?\s*[:=]/;
const never =
  /\bnot\s*\.\s*to(?:\.|Throw)|not_to|to_not|doesNotThrow|doesNotReject|DoesNotThrow|NotThrow|NOTHROW|NO_THROW|NoError|assertNotRaises/;

const throwing: readonly (readonly [RegExp, string])[] = [
  [
    /\.toThrow\w*\(|\.throws?(?:Async)?\(|\bto\.throw\b|\bassert_?(?:\.|::)?[tT]hrows\w*|assertThrows\w*|assertThatThrownBy|assertThat(?:Exception|Illegal|IO|NullPointer)\w*|Assert\.(?:Throws|ThrowsAny)\w*|shouldThrow\w*|\bthrowsA\b|(?:EXPECT|ASSERT)_(?:ANY_)?THROW|REQUIRE_THROWS|XCTAssertThrows|assertFailsWith|->throws\(|expectException|catchThrowable/,
    'expects a thrown error',
  ],
  [/\brejects\b|to\.be\.rejected|\.toReject\(|\bassert\.rejects/, 'expects a rejection'],
  [/\bpytest\s*\.\s*(?:raises|fail)\b|\bassertRaises\w*|\braises\s*\(|\bpytest\.warns/, 'expects an exception'],
  [/\braise_error\b|\bassert_rais(?:e|es)\b|\bmust_raise\b|raise_exception/, 'expects an exception'],
  [/\bshould_panic\b|\bcatch_unwind\b|EXPECT_DEATH|\.Panics\w*\(/, 'expects a panic'],
  [
    /\b(?:require|assert)\s*\.\s*(?:Error\w*|EqualError)\(|\berr\s*==\s*nil\s*\{|\bwantErr\w*\s*:\s*(?:true|"|Err|&)|HaveOccurred\(\)\)?$|\bMatchError\(|\b(?:errors\.Is|errors\.As)\(\s*err/m,
    'expects an error',
  ],
  [/\.is_err\(\)|\bunwrap_err\(|\bexpect_err\(|\bassert\w*!\([^;]*\bErr\(/, 'expects an error'],
];

const code = /(['"`:])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,})\1?/;
const aboutCode = /\b(?:error|err|code|reason|denial|denied|decision|rejected|errorCode|error_code|exception)\w*\b/i;
const codeWords =
  /ERR|INVALID|DENI|DENY|FORBID|UNAUTH|NOT_|EXCEED|LIMITED|CONFLICT|FAIL|EXPIRED|MISSING|REJECT|BLOCK|TIMEOUT|REVOKED|MISMATCH|UNSUPPORTED|DUPLICATE/;
const denial =
  /\b(?:allowed|ok|success\w*|valid|isValid|authori[sz]ed|permitted|accepted|granted)\b[\s)\]'"]*\.\s*(?:toBe|toEqual|toStrictEqual|to\.(?:be|equal|eql))\(?\.?\s*false|\b(?:allowed|success\w*|valid|is_valid\(\)|authori[sz]ed|permitted|accepted|granted)\b\)?\s*(?:is|==)\s*False\b|\bassert(?:\s+not\s+|False\(|\.isFalse\(|_false\()[^\n]*\b(?:allowed|success\w*|valid|is_valid|authori[sz]ed|permitted|accepted|granted)\b/;
const errorObject = new RegExp(
  [
    'toBeInstanceOf\\(\\s*\\w*(?:Error|Exception)\\b',
    '\\binstanceof\\s+\\w*(?:Error|Exception)\\b',
    'isinstance\\([^)]*(?:Error|Exception)\\b',
    'toHaveProperty\\(\\s*[\'"`]errors?\\b',
    '\\bassert\\s+[\'"]errors?[\'"]\\s+in\\b',
    '\\berrors?\\)\\s*\\.\\s*(?:toBeDefined|toBeTruthy|not\\.toBeNull|not\\.toBeUndefined|toMatch|toContain)',
    '\\bassert\\s+len\\(\\s*\\w*errors?\\s*\\)\\s*(?:==\\s*[1-9]|>)',
    '\\b\\w+Err(?:or)?Codes?(?:\\.|::)[A-Z]\\w+',
    '\\b(?:ok|equals?|strictEqual|deepStrictEqual|deepEqual|match|is|same|truthy|instanceOf|assertTrue|isTrue)\\(\\s*(?:!!)?err(?:or)?\\b(?!\\s*,\\s*(?:null|undefined|false|nil))',
    'expect\\(\\s*(?:e|err|error)\\b[^)]*\\)\\s*\\.\\s*(?:toBe(?:InstanceOf|Defined|Truthy)|toEqual|toStrictEqual|toMatch\\w*|toContain|toHaveProperty|not\\.toBe(?:Null|Undefined))',
    '\\b[Aa]ssert\\w*?(?:[Dd]enied|[Ff]orbidden|[Ff]ail|[Ii]nvalid|[Uu]nauthori|[Nn]o_?[Pp]ermission|[Rr]eject)\\w*\\s*\\(',
  ].join('|'),
);

const titled =
  /(?<!\bnot )(?<!\bnever )\b(rejects?|refuses?|denies|denied|forbids|forbidden|unauthori[sz]ed|without permissions?|no permission|not allowed|throws|should throw|fails (?:when|if|with|for|on|to)|should fail|errors? (?:when|if|for|on) |returns? (?:an? )?(?:error|[45]\d\d)|invalid \w+|raises|panics)\b/i;

/** The same, judged by its title's words, for tests whose body leaves it to functions elsewhere. */
export function failureTitleOf(title: string): string | undefined {
  const words = title.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  const found = titled.exec(words)?.[1];
  return found === undefined ? undefined : `its title says \`${found.trim().toLowerCase()}\``;
}

// Without one of these no statement can say so: most tests end here.
const hint =
  /[45]\d\d|[Tt]hrow|THROW|DEATH|[Rr]ais|[Rr]eject|[Ee]rr|[Pp]anic|[Ee]xception|[Ff]alse|[Ff]ail|\bnot\b|['"`:][A-Z]{4}|[Ss]tatus|[Aa]ssert\w*[A-Z]|\.is[A-Z]|[Dd]enied|[Ii]nvalid|[Pp]ermission/;

/**
 * Why a test is about a failure, judged by what its body expects: a status of 400 or more, a thrown error, an error or
 * denial code, a refusal. `body` has no comments; `masked` is the same with strings blanked.
 */
export function failurePathOf(body: string, masked: string): string | undefined {
  if (!hint.test(body)) return undefined;
  for (const statement of statements(body, masked)) {
    if (never.test(statement)) continue;
    const status = statusIn(statement);
    if (status !== undefined) return `expects status ${status}`;
    for (const [sign, reason] of throwing) if (sign.test(statement)) return reason;
    if (!assertion.test(statement)) continue;
    const word = code.exec(statement)?.[2];
    if (
      word !== undefined &&
      aboutCode.test(statement.replace(word, '')) &&
      (codeWords.test(word) || (word.includes('_') && /error/i.test(statement.replace(word, ''))))
    ) {
      return `expects error code ${word}`;
    }
    if (denial.test(statement)) return 'expects a denial';
    if (errorObject.test(statement)) return 'expects an error';
  }
  return undefined;
}

function statusIn(statement: string): string | undefined {
  if (!assertion.test(statement) && !/status\(\)/.test(statement)) return undefined;
  const words = named.exec(statement);
  if (words !== null) return (words.slice(1).find((word) => word !== undefined) ?? '').toUpperCase().replace(/^_/, '');
  if (!aboutStatus.test(statement)) return undefined;
  return number.exec(statement)?.[1];
}

// Lines, put together while a bracket is open: an assertion may go over many. A function's body is not one statement.
function* statements(body: string, masked: string): Generator<string> {
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= masked.length; at += 1) {
    const char = masked[at];
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    else if (char === '\n' || char === ';' || char === undefined) {
      const line = masked.slice(start, at);
      if (
        char === '\n' &&
        depth > 0 &&
        at - start < 600 &&
        !/(?:=>|\)|\bdo\b.*)\s*\{?\s*$|\bfunc\b.*\{\s*$|:\s*$/.test(line.trimEnd().slice(-60))
      )
        continue;
      if (at > start) yield body.slice(start, at);
      start = at + 1;
      depth = 0;
    }
  }
}
