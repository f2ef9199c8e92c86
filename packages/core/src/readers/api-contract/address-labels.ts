import { plainLine } from './plain-line.ts';

/** List markers, numbers and boxes before a line's words. */
export const bullet = /^\s*(?:[-*+•▪►→]\s+|\d+[.)]\s+)?(?:\[[ x]\]\s+)?/i;
/** Words before a path: `Endpoint:`, `URL |`. */
export const pathLabel =
  /^(?:(?:api|http|rest|request|full|请求|接口)?[ _-]?(?:endpoints?|urls?|uris?|paths?|routes?|address|地址|路径|端点|路由|url)|api|request(?: line)?|http request|resource|请求|接口|接口地址|엔드포인트|경로|주소|요청 ?(?:url|주소)?|エンドポイント|パス|ruta|punto de acceso|rota|caminho|chemin|pfad|маршрут|эндпоинт|путь|адрес)(?:\s*[（(][^()（）]*[）)])?\s*[:：|]\s*/i;
/** Words before a method: `Method:`. */
export const methodLabel =
  /^(?:(?:http|request|请求|接口)?[ _-]?(?:methods?|verb|method type|方法|方式|类型)|메서드|메소드|요청 ?방식|メソッド|método|méthode|methode|метод)(?:\s*[（(][^()（）]*[）)])?\s*[:：|]\s*/i;

/** A line's words: no quote marks, no markup, no list marker. */
export function lineWords(raw: string): string {
  return plainLine(raw.replace(/^\s*(?:>\s?)+/, ''))
    .replace(bullet, '')
    .trimEnd();
}

/** 1-based column of the method on a line, or of the path where the method stands elsewhere. */
export function columnOf(raw: string, path: string): number {
  const head = path.split(':')[0] ?? path;
  const at = raw.search(/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/);
  return Math.max(1, (at >= 0 ? at : raw.indexOf(head)) + 1);
}

const told =
  /^(?:examples?|e\.g\.|see|notes?|used|uses|called|calls?|callers?|trigger|next|related|replac|depends?|before|after|then|when|source|from|to|old|new|wrong|avoid|redirect|deprecated|removed|previously|idempot|invariant|flow|step|consumers?|clients?|screens?)\b/i;

/** Length of a bold label that introduces an endpoint (`**Restore:** `), 0 when there is none or it introduces something told. */
export function boldLabel(raw: string, words: string): number {
  const label = /^\s*(?:[-*+•]\s+)?\*\*([^*`]{2,40}?)[:：]?\*\*\s*[:：]?\s*(?=[`/A-Z])/.exec(raw)?.[1]?.trim();
  if (!label || told.test(label) || !words.startsWith(label)) return 0;
  return label.length + (/^\s*[:：—–-]\s*/.exec(words.slice(label.length))?.[0].length ?? 0);
}
