import type { Field } from '@iama/model';
import type { DetailCollector } from '../api-contract/endpoint-detail.ts';
import { collectDetail } from '../api-contract/endpoint-detail.ts';
import { pathParameters } from '../api-contract/endpoint-path.ts';
import { repliedCodes } from '../api-contract/reply-words.ts';
import { exampleCodes } from './example-codes.ts';
import { followRef } from './follow-ref.ts';
import type { SchemaField } from './schema-fields.ts';
import { describe, schemaFields } from './schema-fields.ts';
import type { Tree } from './tree.ts';
import { child, entries, isTrue, items, words } from './tree.ts';

export type Outside = (ref: string, at: Tree) => void;

/** What one operation says about request and replies. */
export function readOperation(
  root: Tree,
  method: string,
  path: string,
  operation: Tree,
  shared: Tree | undefined,
  outside: Outside,
): DetailCollector {
  const collector = collectDetail(method, path);
  readParameters(root, [...items(child(operation, 'parameters')), ...items(shared)], collector, path, outside);
  const body = followRef(root, child(operation, 'requestBody'), outside);
  for (const field of schemaFields(root, contentSchema(root, body, outside), outside)) {
    collector.detail.request.push({ ...plainField(field), in: 'body' });
  }
  for (const [written, { value }] of entries(child(operation, 'responses'))) {
    readReply(root, written, followRef(root, value, outside), collector, outside);
  }
  return collector;
}

const places: Readonly<Record<string, NonNullable<Field['in']>>> = {
  path: 'path',
  query: 'query',
  header: 'header',
  cookie: 'header',
  body: 'body',
  formData: 'body',
};

/** Parameters of the operation come first and win over those of the path. */
function readParameters(
  root: Tree,
  written: readonly Tree[],
  collector: DetailCollector,
  path: string,
  outside: Outside,
): void {
  const { request } = collector.detail;
  const inPath = pathParameters(path);
  for (const one of written) {
    const parameter = followRef(root, one, outside);
    const name = words(child(parameter, 'name'));
    const where = words(child(parameter, 'in')) ?? 'query';
    if (!parameter || name === undefined) continue;
    if (where === 'body') {
      for (const field of schemaFields(root, child(parameter, 'schema'), outside))
        request.push({ ...plainField(field), in: 'body' });
      continue;
    }
    const place = places[where] ?? (inPath.includes(name) ? 'path' : 'query');
    if (request.some((field) => field.name === name && field.in === place)) continue;
    const { type, values } = describe(
      root,
      child(parameter, 'schema') ?? contentSchema(root, parameter, outside) ?? parameter,
      outside,
    );
    request.push({
      name,
      in: place,
      ...(type === undefined ? {} : { type }),
      required: place === 'path' || isTrue(child(parameter, 'required')),
      ...(values ? { values } : {}),
    });
  }
}

/** The schema of a body: JSON first, else the first media type. Swagger 2 has it at the reply itself. */
function contentSchema(root: Tree, holder: Tree | undefined, outside: Outside): Tree | undefined {
  const media = entries(child(holder, 'content'));
  const best = media.find(([name]) => /[/+]json\b/.test(name)) ?? media[0];
  return best ? child(followRef(root, best[1].value, outside), 'schema') : child(holder, 'schema');
}

function readReply(
  root: Tree,
  written: string,
  reply: Tree | undefined,
  collector: DetailCollector,
  outside: Outside,
): void {
  const status = /^[1-5]\d\d$/.test(written) ? Number(written) : undefined;
  const failed = status === undefined ? /^(?:[45]XX|default)$/i.test(written) : status >= 400;
  const statuses = status === undefined ? [] : [status];
  collector.addStatuses(statuses);
  if (!reply) return;
  const part = failed ? 'error' : 'response';
  for (const field of schemaFields(root, contentSchema(root, reply, outside), outside)) {
    collector.addFields(part, statuses, [plainObjectField(field)], field.line);
    if (!failed) continue;
    for (const { value, line } of field.examples) {
      collector.addCodes({ name: field.name, literal: value, offset: 0 }, true, statuses, line);
    }
  }
  if (!failed) return;
  for (const { name, value, line } of exampleCodes(root, reply, outside)) {
    collector.addCodes({ name, literal: value, offset: 0 }, true, statuses, line);
  }
  const told = child(reply, 'description');
  for (const { code } of repliedCodes(`${written} ${words(told) ?? ''}`, new Set(), true))
    collector.addCode(code, told?.line ?? reply.line, statuses);
}

function plainField({
  line: _line,
  offset: _offset,
  examples: _examples,
  literal: _literal,
  ...field
}: SchemaField): Field {
  return field;
}

function plainObjectField({
  line: _line,
  examples: _examples,
  ...field
}: SchemaField): Omit<SchemaField, 'line' | 'examples'> {
  return field;
}
