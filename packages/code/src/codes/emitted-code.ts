import type { Place } from '@iama/model';
import type { Run } from '../typescript/evaluation/run.ts';
import type { Value } from '../typescript/evaluation/value.ts';
import { textOf } from '../typescript/evaluation/value.ts';
import type { Expression } from '../typescript/script/script.ts';
import type { Emission, FieldEmission, MadeEmission } from './emission.ts';
import { codeKeys } from './emission.ts';
import { statusOfName } from './status-name.ts';

/** One code as it is sent or thrown at one place. */
export interface EmittedCode {
  readonly code: string;
  readonly family: 'error' | 'denial';
  readonly status?: number;
  readonly meaning?: string;
  readonly at: Place;
}

const noCode =
  /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL|OK|SUCCESS|TRUE|FALSE|NULL|NONE|JSON|XML|CSV|PDF|UTF-?8|USD|EUR|GBP|JPY|CNY|ENOENT|EACCES|EEXIST|EISDIR|ENOTDIR|EPERM|EPIPE|ECONN\w+|ETIMEDOUT|ENOTFOUND|EADDRINUSE|ABORT_ERR|ERR_\w+|P\d{4})$/;

/** The codes an emission gives once constants and classes of all files are known. */
export function emittedCodes(emission: Emission, at: Place, run: Run): EmittedCode[] {
  const known = statusFrom(emission.status, at, run);
  if (known !== undefined && known < 400) return [];
  if (emission.form === 'field') return ofField(emission, at, run, known);
  if (emission.form === 'made') return ofMaking(emission, at, run, known);
  const value = run.evaluateIn(at.path, emission.value);
  return codesIn(value, at, known);
}

function ofField(emission: FieldEmission, at: Place, run: Run, status: number | undefined): EmittedCode[] {
  const value = run.evaluateIn(at.path, emission.value);
  const code = textOf(value);
  if (code === undefined) return value.is === 'object' ? codesIn(value, at, status) : [];
  if (
    !(emission.strict ? isScreaming(code) || /^[a-z]+([_-][a-z\d]+)+$|^([A-Z][a-z]+){2,}$/.test(code) : isToken(code))
  )
    return [];
  return [emitted(code, emission.key, at, status, emission.meaning)];
}

/** What the made error holds; where its class is not known, the first argument that is shaped like a code. */
function ofMaking(emission: MadeEmission, at: Place, run: Run, known: number | undefined): EmittedCode[] {
  const callee = run.evaluateIn(at.path, emission.callee);
  const args = emission.args.map((argument) => run.evaluateIn(at.path, argument.value));
  const spotOf = (code: string): Place => emission.args[args.findIndex((value) => textOf(value) === code)]?.at ?? at;
  const named = statusOfName(emission.name);
  const made = callee.is === 'class' || callee.is === 'function' ? run.invoke(callee, args) : callee;
  const held = codesIn(made, at, known).map((one) => ({
    ...one,
    ...(one.status === undefined && named !== undefined ? { status: named } : {}),
    at: spotOf(one.code),
  }));
  if (held.length > 0 || isWhollyKnown(callee)) return held;
  const status = known ?? args.map(statusOf).find((one) => one !== undefined) ?? named;
  for (const [index, value] of args.entries()) {
    const code = textOf(value);
    const spot = emission.args[index]?.at ?? at;
    if (value.is === 'object') {
      const inside = codesIn(value, spot, status);
      if (inside.length > 0) return inside;
    }
    if (code !== undefined && isScreaming(code)) return [emitted(code, 'code', spot, status, undefined)];
  }
  return [];
}

/** A class whose bases are all written here, down to the language's own: what it does not hold, it does not have. */
function isWhollyKnown(callee: Value): boolean {
  let at: Value | undefined = callee;
  while (at?.is === 'class' && at.base !== undefined) at = at.base;
  return at !== callee && at?.is === 'external' && at.from === '';
}

/** The codes an error value holds: `code`, `errorCode`, a denial reason. */
function codesIn(value: Value, at: Place, known: number | undefined): EmittedCode[] {
  if (value.is !== 'object') return [];
  const status = ['statusCode', 'status', 'httpStatus', 'status_code', 'http_status']
    .map((key) => statusOf(value.fields.get(key)))
    .find((one) => one !== undefined);
  const meaning = textOf(value.fields.get('message'));
  const found: EmittedCode[] = [];
  for (const [key, field] of value.fields) {
    if (field.is === 'object' && (key === 'code' || key === 'error'))
      found.push(...codesIn(field, at, known ?? status));
    const code = textOf(field);
    if (code === undefined) continue;
    if (codeKeys.test(key) || key === 'code' ? isToken(code) : key === 'type' && isScreaming(code))
      found.push(emitted(code, key, at, known ?? status, meaning));
  }
  return found;
}

function emitted(
  code: string,
  key: string,
  at: Place,
  status: number | undefined,
  meaning: string | undefined,
): EmittedCode {
  return {
    code,
    family: /den(ial|ied|y)/i.test(key) ? 'denial' : 'error',
    at,
    ...(status === undefined ? {} : { status }),
    ...(meaning === undefined || meaning === '' ? {} : { meaning }),
  };
}

/** The status a lowered expression gives: a number, or a name that stands for one. */
export function statusFrom(expression: Expression | undefined, at: Place, run: Run): number | undefined {
  return expression === undefined ? undefined : statusOf(run.evaluateIn(at.path, expression));
}

function statusOf(value: Value | undefined): number | undefined {
  if (value?.is === 'external') return statusOfName(value.way.at(-1) ?? '');
  const number = value?.is === 'plain' && typeof value.value === 'number' ? value.value : undefined;
  return number !== undefined && number >= 100 && number <= 599 ? number : undefined;
}

function isScreaming(text: string): boolean {
  return (
    /^[A-Z][A-Z0-9]*([_.-][A-Z0-9]+)*$/.test(text) && (text.includes('_') || text.length > 3) && !noCode.test(text)
  );
}

/** One word without spaces: where a field is made for codes, any such word is one. */
function isToken(text: string): boolean {
  return /^[A-Za-z][\w.:/-]{2,79}$/.test(text) && !noCode.test(text) && !/^\w+:\/\//.test(text);
}
