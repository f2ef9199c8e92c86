/** Which part of an endpoint's block the text after a label belongs to. */
export type Part = 'path' | 'query' | 'header' | 'body' | 'request' | 'response' | 'error' | 'other';

export interface PartLabel {
  readonly part: Part;
  readonly statuses: readonly number[];
  /** What stands after the label on the same line. */
  readonly rest: string;
}

const words: readonly (readonly [Part, RegExp])[] = [
  ['header', /\bheaders?\b|请求头|响应头|標頭|헤더|ヘッダ|\bencabezados?\b|\bcabeçalhos?\b|\ben-?têtes?\b|заголовк/i],
  ['query', /\bquer(?:y|ies)\b|\bquerystring\b|\bfilters?\b|\bsearch params?\b|查询|查詢|쿼리|クエリ|\bconsulta\b/i],
  [
    'path',
    /\b(?:path|url|uri|route)[ -](?:params?|parameters?|variables?|args?)\b|路径参数|路徑參數|경로 ?(?:변수|파라미터|매개변수)|パスパラメータ|\bparámetros de (?:ruta|url)\b/i,
  ],
  [
    'error',
    /\berrors?\b|\bfailures?\b|\bfailed\b|\bdenial\b|错误|錯誤|异常|失败|失敗|에러|오류|실패|エラー|\berror(?:es)?\b|\berros\b|\berreurs?\b|\bfehler\b|ошибк|\bxato|\blỗi\b/i,
  ],
  [
    'response',
    /\bresponses?\b|\breturns?\b|\breturn (?:value|codes?)\b|\brepl(?:y|ies)\b|\boutputs?\b|\bresults?\b|\bsuccess(?:ful|es)?\b|\bstatus codes?\b|响应|回應|返回|成功|应答|응답|반환|성공|レスポンス|戻り値|応答|\brespuestas?\b|\brespostas?\b|\bréponses?\b|\bantwort(?:en)?\b|ответ|\bjavob|\bphản hồi\b/i,
  ],
  [
    'body',
    /\b(?:request )?bod(?:y|ies)\b|\bpayload\b|请求体|请求内容|請求體|본문|바디|ボディ|\bcuerpo\b|\bcorpo\b|\bcorps\b|тело/i,
  ],
  [
    'request',
    /\brequests?\b|\bparams?\b|\bparameters?\b|\bargs?\b|\barguments?\b|\binputs?\b|\battributes?\b|\bfields?\b|请求|請求|参数|參數|入参|字段|요청|파라미터|매개변수|リクエスト|パラメータ|\bsolicitud\b|\bpetición\b|\bparámetros?\b|\brequisição\b|\bparâmetros?\b|\brequête\b|\bparamètres?\b|\banfrage\b|запрос|параметр|\bso['ʻ’`]?rov|\byêu cầu\b|\btham số\b/i,
  ],
];
const example = /^(?:(?:curl|sample|usage|notes?|examples?|示例|说明|备注|注意|예시)\b|示例|说明|备注|예시)/i;
const statusCode = /(?<![\d.,])([1-5]\d\d)(?![\d.]|,\d|\s*(?:ms|s|kb|mb|chars?|characters?|items?|tokens?|%)\b)/gi;
const bareStatus = /^(?:HTTP\/[\d.]+\s+|HTTP\s+|status:?\s+|code:?\s+|on\s+)?[`(]?([1-5]\d\d)(?!\d)/i;

/**
 * Reads a label such as `Response 201:`, `Query params`, `Success (200 OK)`, `404: Not found`, `请求参数`.
 * Undefined when the words are no label of a part. `words` is a heading, a line that ends in a colon, or bold words.
 */
export function readPartLabel(label: string): PartLabel | undefined {
  const text = label.trim();
  if (text === '' || text.length > 120) return undefined;
  const colon = /[:：](?=\s|$)/.exec(text);
  const head = colon ? text.slice(0, colon.index) : text;
  const rest = colon ? text.slice(colon.index + 1).trim() : '';
  const statuses = statusesOf(text.slice(0, 60));
  const bare = bareStatus.exec(text);
  const part = words.find(([, pattern]) => pattern.test(head))?.[0];
  if (bare?.[1] && (part === undefined || part === 'error' || part === 'response')) {
    return { part: Number(bare[1]) >= 400 ? 'error' : 'response', statuses, rest };
  }
  if (part !== undefined && head.length <= 60) {
    const reply = part === 'response' || part === 'error';
    return {
      part: part === 'response' && statuses.some((status) => status >= 400) ? 'error' : part,
      statuses: reply ? statuses : [],
      rest,
    };
  }
  return example.test(head) ? { part: 'other', statuses: [], rest } : undefined;
}

/** Headings of what is told beside an endpoint: calls to copy, tests, notes. Nothing below them is its contract. */
export function tellsBeside(title: string): boolean {
  return (
    /^(?:\d[\d.]*\s*)?(?:curl|tests?|test cases?|testing|code samples?|code examples?|sdk|client|frontend|implementation|javascript|typescript|python|notes?|see also|related|테스트|구현|测试|实现|代码示例|前端)(?=$|[\s:：(（.\d])/i.test(
      title.trim(),
    ) || /(?:curl|code) (?:예시|示例|example)/i.test(title)
  );
}

/** Every number in a label that is an HTTP status. */
export function statusesOf(text: string): number[] {
  if (!/[1-5]\d\d/.test(text)) return [];
  return [...text.matchAll(statusCode)]
    .map((match) => Number(match[1]))
    .filter((status, index, all) => all.indexOf(status) === index);
}
