const open =
  /\bpublic(?:ly)?\b|\bno auth|\bno login|\bno token|\bunauthenticated\b|\banonymous|\bwithout auth|\bauth(?:entication|orization)? (?:is )?not (?:required|needed)|\bnone\b|\bnot required\b|公开|公開|无需(?:认证|登录|鉴权|token)|不需要|免登录|免认证|匿名|공개|인증 ?불필요|불필요|\bpúblic[oa]\b|\bsin autenticación|публичн|не требуется|🔓|🌐/i;
const closed =
  /\bauth(?:enticated|orized)?\b|\bauthentication\b|\bauthorization\b|\bbearer\b|\bjwt\b|\btokens?\b|\bapi[ -]?key\b|\bsession\b|\blogged[ -]in\b|\blogin\b|\bsigned[ -]in\b|\bprotected\b|\bprivate\b|\bpermissions?\b|\brequired\b|\broles?\b|\badmin|\bscope|\bcookie\b|\bsigned\b|\boauth|认证|鉴权|登录|登入|需要|令牌|인증|로그인|필요|認証|ログイン|\bautentica|авториз|токен|🔒|🔐/i;
const label =
  /^(?:auth|authentication|authori[sz]ation|auth required|requires auth|access|permissions?|required permissions?|required roles?|roles?|security|scopes?|required scopes?|oauth|guard|protected|认证|鉴权|权限|认证方式|授权|인증|권한|認証|権限|autenticación|autorización|autenticação|авторизация|доступ)(?:\s*[（(][^（）()]*[）)])?\s*[:：]\s*(.*)$/i;
const marked =
  /(?:^|[\s·|,[(（—–-])(public|auth(?:enticated| required)?|protected|no auth|公开|需登录|需要登录|需认证|인증 ?필요|공개)(?=$|[\s·|,\])）—–:：-])|(🔒|🔐|🔓|🌐)/i;
const role = /(?:[·•]\s*|[(（]\s*)([A-Z][A-Z_]{2,}(?:\s*[|/,+]\s*[A-Z][A-Z_]{2,})*\+?)(?=$|[\s)）*])/;
const required =
  /\b(?:requires?|needs?|must be)\b[^.]{0,40}\b(?:authenticat|authoriz|logged|login|signed in|bearer|jwt|valid token|access token)|\brequired role\b|需要(?:登录|认证|鉴权)|인증(?:이)? ?필요/i;
const general =
  /\b(?:all|every) (?:other|remaining) ()(?:endpoints?|routes?|apis?) (?:is|are) protected\b|\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+|our\s+|these\s+)?((?:[\w`/*.-]+\s+){0,4}?)(?:endpoints?|routes?|requests?|apis?|calls?)\b[^.]{0,80}\b(?:requires?|needs?|must)\b[^.]{0,80}(?:auth|token|jwt|bearer|login|api[ -]?key)|所有()(?:接口|请求|API)[^。]{0,30}(?:需要|必须)[^。]{0,20}(?:认证|登录|token|鉴权)|모든()[^.]{0,30}(?:인증|토큰)[^.]{0,20}필요/i;

/** What a cell of an access column, or the words after an `Auth:` label, say: `false` public, `true` protected. */
export function readAccess(words: string): boolean | undefined {
  const text = words.trim();
  if (text === '') return undefined;
  if (/^(?:no|n|none|false|❌|✗|✘|-|–|—|否|无|不|x|아니오|없음|no auth|n\/a)$/i.test(text)) return false;
  if (open.test(text)) return false;
  if (/^(?:yes|y|true|✅|✓|✔|是|需要|o|예|required)$/i.test(text) || closed.test(text)) return true;
  return /^[`A-Z_+/|, ]{3,}$/.test(text) || /^`?[a-z]+[.:][a-z.:*]+`?$/.test(text) ? true : undefined;
}

/** What one line of an endpoint's block says about who may call it. */
export function accessInLine(line: string): boolean | undefined {
  const text = line.slice(0, 300);
  const labelled = label.exec(text.replace(/^\s*(?:[-*+•]\s+|>\s*)/, ''));
  if (labelled?.[1] !== undefined) return readAccess(labelled[1]);
  if (
    /\bno auth(?:entication|orization)?\b (?:is )?(?:required|needed)|\bpublic endpoint\b|\bdoes not require auth/i.test(
      text,
    ) ||
    /(?:^|[.!)]\s+)Public(?:ly accessible)?[.,;]/.test(text)
  )
    return false;
  return required.test(text) ? true : undefined;
}

/** What the words beside the method and path say: `(Public)`, `· auth`, a lock. */
export function accessBeside(words: string): boolean | undefined {
  const match = marked.exec(words);
  const note = /^\W*[(（]([^()（）]{2,24})[)）]/.exec(words)?.[1];
  if (
    !match &&
    note &&
    note.split(/\s+/).length <= 3 &&
    /\b(?:jwt|bearer|token|auth\w*|admin|role|session|api key)\b/i.test(note)
  )
    return true;
  if (!match)
    return role.test(words) &&
      !/\b(?:SSE|JSON|BETA|NEW|WIP|MVP|DRAFT|OPTIONAL|PUBLIC|DEPRECATED|INTERNAL)\b/.test(words)
      ? true
      : undefined;
  const word = match[1] ?? match[2] ?? '';
  return !/^(?:public|no auth|公开|공개|🔓|🌐)$/i.test(word);
}

/**
 * Whether a line says that every endpoint needs authentication: `all`, or `some` when it speaks of one kind of endpoint.
 * Exceptions that are not marked one by one leave nothing to know.
 */
export function demandsAccess(line: string): 'all' | 'some' | undefined {
  const match = line.length > 600 ? null : general.exec(line);
  if (!match || /\bexcept|\bapart from|\bother than|除了|除.{0,10}外|제외/i.test(line)) return undefined;
  return /^(?:(?:api|rest|http|these|following|below|other|v\d)\s*)*$/i.test(match[1] ?? '') ? 'all' : 'some';
}
