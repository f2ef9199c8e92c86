import type { DetailCollector } from './endpoint-detail.ts';
import type { ObjectField } from './object-fields.ts';
import { readNeed, readObject } from './object-fields.ts';
import type { Part } from './part-label.ts';
import { readProse } from './read-prose.ts';
import { typeName } from './shape-lines.ts';

/** Fields written on one line: `{ email, token? }`, `?page=&size=`, or names in code spans. */
export function inlineFields(raw: string, part: Part): ObjectField[] {
  const object = raw.search(/\{\s*["'\w]/);
  if (object >= 0 && part !== 'path') {
    const from = raw[object - 1] === '[' ? object - 1 : object;
    return readObject(raw.slice(from).replace(/`/g, '')).map((field) => ({ ...field, offset: 0 }));
  }
  const query = /[?&]([A-Za-z_][\w.-]*)(?==|&|$|[\s`,])/g;
  const queried = [...raw.matchAll(query)].map((match) => match[1] ?? '');
  if (queried.length > 0) return queried.map((name) => ({ name, offset: 0 }));
  if (part === 'response' || part === 'error' || part === 'other') return [];
  return [...raw.matchAll(/`([^`]+)`(?:\s*[(（]([^()（）]*)[)）])?/g)].flatMap(([, names = '', remark = '']) =>
    names.split(/\s*[,;]\s*/).flatMap((name) => namedField(name, remark)),
  );
}

/** `name`, `name?`, `name(type)`, and the remark after it: `(int, required)`. */
function namedField(written: string, remark: string): ObjectField[] {
  const match = /^([A-Za-z_$][\w$.-]*)(\?)?\*?(?:\s*[(:=].*)?$/.exec(written);
  if (!match?.[1] || /^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+$/.test(match[1])) return [];
  const type = typeName.exec(remark)?.[0]?.trim();
  const need = match[2] ? false : readNeed(remark);
  return [{ name: match[1], ...(type ? { type } : {}), ...(need === undefined ? {} : { required: need }), offset: 0 }];
}

const labelled =
  /(?<![\w-])(body|request|payload|query|params?|parameters?|returns?|response|请求体|参数|返回)\s*[:：]\s*`?((?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})|(?:`?[A-Za-z_][\w.?]*`(?:\s*[,、/]\s*`[^`]+`)*))/gi;

/** Parts written into a sentence: `… body: \`{ a, b }\``, `Query: \`page\`, \`size\``. */
export function labelledParts(raw: string): (readonly [Part, ObjectField[]])[] {
  return [...raw.matchAll(labelled)].map(([, label = '', value = '']) => {
    const part: Part = /^(?:returns?|response|返回)$/i.test(label)
      ? 'response'
      : /^query$/i.test(label)
        ? 'query'
        : /^(?:body|payload|请求体)$/i.test(label)
          ? 'body'
          : 'request';
    return [part, inlineFields(value.startsWith('{') ? value : `\`${value}`, part)];
  });
}

const written = /\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/;

/** Words beside a method and path: `{ a } → { b }`, statuses, codes. */
export function readBeside(words: string, collector: DetailCollector, line: number, known: ReadonlySet<string>): void {
  readProse(words, false, collector, line, known);
  const arrow = words.search(/→|=>|->|\breturns?\b/);
  const [before, after] = arrow < 0 ? [words, ''] : [words.slice(0, arrow), words.slice(arrow)];
  const asked = written.exec(before)?.[0];
  const replied = written.exec(after)?.[0];
  if (asked) collector.addFields('request', [], inlineFields(asked, 'request'), line);
  if (replied) collector.addFields('response', [], inlineFields(replied, 'response'), line);
}
