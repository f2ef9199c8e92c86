import type { Document, Section } from '../../document/document.ts';

const schemaWords =
  /\b(?:schemas?|databases?|tables?|data ?models?|entit(?:y|ies)|er[ -]?d(?:iagrams?)?|persistence|relational|columns?|data dictionary|postgres(?:ql)?|mysql|sqlite)\b|数据库|數據庫|資料庫|数据表|表结构|表設計|表设计|数据模型|实体|データベース|テーブル|エンティティ|スキーマ|데이터베이스|스키마|테이블|\bbase de (?:datos|données)\b|\besquema\b|\btablas?\b|\bentidades\b|\bdatenbank|\btabellen?\b|\bbanco de dados\b|\btabelas?\b|база данных|схема|таблиц|сущност/i;
const otherSchemas =
  /\b(?:requests?|responses?|payloads?|bod(?:y|ies)|events?|messages?|json|graphql|api|endpoints?|webhooks?|config(?:uration)?|ya?ml|csv|front[- ]?matter|props?|quer(?:y|ies)|parameters?|headers?|dto|types?|interfaces?|state machine|environment|variables|conventions?|naming|permissions?|glossary|comparison|metrics|indexes|indices|sizing|retention|volumes?)\b|请求|响应|接口|事件|命名|规范|类型选择|リクエスト|レスポンス|요청|응답|petición|respuesta|anfrage|antwort|запрос|ответ/i;

/** True where tables of names and types say what a database holds, and not what a request or a file holds. */
export function inSchema(document: Document, section: Section): boolean {
  if (otherSchemas.test(section.title) && !schemaWords.test(section.title)) return false;
  if (document.role === 'db-schema') return !chain(section).some(isOther);
  return chain(section).some((one) => schemaWords.test(one.title) && !isOther(one)) && !chain(section).some(isOther);
}

/** `Response schema` is no schema of a database. */
function isOther(section: Section): boolean {
  return otherSchemas.test(section.title) && !/\b(?:database|db|tables?)\b|数据库|テーブル/i.test(section.title);
}

function chain(section: Section): Section[] {
  const found: Section[] = [];
  for (let one: Section | undefined = section; one && one.level > 1; one = one.parent) found.push(one);
  return found;
}
