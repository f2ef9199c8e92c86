import type { Field, Reply } from '@iama/model';
import { pathParameters } from './endpoint-path.ts';
import type { ObjectField } from './object-fields.ts';
import type { Part } from './part-label.ts';

/** A code an endpoint's block names, and where. */
export interface SaidCode {
  readonly code: string;
  readonly line: number;
}

/** What one endpoint's block says, apart from its method and path. */
export interface EndpointDetail {
  readonly request: Field[];
  readonly replies: Reply[];
  readonly statuses: number[];
  readonly codes: SaidCode[];
  readonly denialReasons: string[];
}

export interface DetailCollector {
  readonly detail: EndpointDetail;
  addStatuses(statuses: readonly number[]): void;
  /** `statuses` empty: a reply whose status nobody said. */
  addFields(part: Part, statuses: readonly number[], fields: readonly ObjectField[], line: number): void;
  addCode(code: string, line: number, statuses: readonly number[]): void;
  addDenial(reason: string): void;
  /** Takes the codes that a code-like field says; `failed`: the reply is a failure. */
  addCodes(field: ObjectField, failed: boolean, statuses: readonly number[], line: number): void;
}

const codeKey = /(?:^|\.)(?:error_?code|err_?code|code|error_?type|error|reason_?code)$/i;
const sureKey = /(?:^|\.)(?:error_?code|err_?code)$/i;
const denialKey = /(?:^|\.)denial_?reasons?(?:\[\])?$/i;
const upper = /^[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)*$/;
const lower = /^[a-z][a-z0-9]*(?:[_./:-][a-z0-9]+)+$/;

/** Collects what a block says about one endpoint, in reading order, without repeating anything. */
export function collectDetail(method: string, path: string): DetailCollector {
  const inPath = new Set(pathParameters(path));
  const detail: EndpointDetail = { request: [], replies: [], statuses: [], codes: [], denialReasons: [] };
  const bodyless = method === 'GET' || method === 'HEAD' || method === 'DELETE' || method === 'WS';

  const replyOf = (status: number | undefined): Reply => {
    const known = detail.replies.find((reply) => reply.status === status);
    if (known) return known;
    const reply: Reply = { ...(status === undefined ? {} : { status }), fields: [] };
    detail.replies.push(reply);
    return reply;
  };
  const collector: DetailCollector = {
    detail,
    addStatuses(statuses) {
      for (const status of statuses) if (!detail.statuses.includes(status)) detail.statuses.push(status);
    },
    addCode(code, line, statuses) {
      if (!detail.codes.some((other) => other.code === code)) detail.codes.push({ code, line });
      for (const status of statuses) {
        const reply = replyOf(status);
        const codes = reply.errorCodes ?? [];
        if (!codes.includes(code)) reply.errorCodes = [...codes, code];
      }
    },
    addDenial(denied) {
      if (!detail.denialReasons.includes(denied)) detail.denialReasons.push(denied);
    },
    addCodes(field, failed, statuses, line) {
      const said = field.values ?? (field.literal === undefined ? [] : [field.literal]);
      const bare = field.values === undefined && field.type !== undefined && upper.test(field.type) ? [field.type] : [];
      for (const value of [...said, ...bare]) {
        if (denialKey.test(field.name)) collector.addDenial(value);
        else if (!codeKey.test(field.name) || !(failed || sureKey.test(field.name))) continue;
        else if (upper.test(value) || (failed && sureKey.test(field.name) && lower.test(value)))
          collector.addCode(value, line + field.offset, statuses);
      }
    },
    addFields(part, statuses, fields, line) {
      if (part === 'header' || part === 'other') return;
      if (part !== 'response' && part !== 'error') {
        for (const field of fields) addOnce(detail.request, { ...plain(field), in: place(part, field.name) });
        return;
      }
      const replies =
        statuses.length > 0
          ? statuses.map(replyOf)
          : part === 'error' || fields.length === 0
            ? []
            : [replyOf(undefined)];
      for (const field of fields) {
        for (const reply of replies) addOnce(reply.fields, plain(field));
        collector.addCodes(field, part === 'error' || statuses.some((status) => status >= 400), statuses, line);
      }
    },
  };

  function place(part: Part, name: string): NonNullable<Field['in']> {
    if (part === 'path' || inPath.has(name)) return 'path';
    if (part === 'query') return 'query';
    return part === 'body' || !bodyless ? 'body' : 'query';
  }

  return collector;
}

function plain({ offset: _offset, literal: _literal, ...field }: ObjectField): Field {
  return field;
}

/** Names that a list of fields has already. */
const taken = new WeakMap<readonly Field[], Set<string>>();

function addOnce(fields: Field[], field: Field): void {
  const names = taken.get(fields) ?? new Set(fields.map(keyOf));
  taken.set(fields, names);
  if (names.has(keyOf(field))) return;
  names.add(keyOf(field));
  fields.push(field);
}

function keyOf({ name, in: place }: Field): string {
  return `${place ?? ''} ${name}`;
}
