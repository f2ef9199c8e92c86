import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, Field, Reader } from '@iama/model';
import { expect, test } from 'vitest';
import { markdownReader } from '../markdown.ts';
import { openapiReader } from '../openapi/openapi.ts';
import { openapiResolver } from '../openapi/openapi-resolver.ts';
import { apiContract } from './api-contract.ts';

const formats = join(import.meta.dirname, '../../../../../fixtures/formats');
const cases = readdirSync(formats).filter((name) => name.startsWith('api-'));

/** A case is a folder: files, whose `__` stand for `/`, and what they say in `expected.txt`. */
// @verifies IAMA-READ-004
test.each(cases)('%s', async (name) => {
  for (const parser of ['satteri', 'remark'] as const) {
    const readers = [markdownReader([apiContract], parser), openapiReader()];
    for (const reader of readers) await reader.prepare?.();
    expect(told(readCase(name, readers))).toBe(readFileSync(join(formats, name, 'expected.txt'), 'utf8'));
  }
});

function readCase(name: string, readers: readonly Reader[]): Facts {
  const all = readdirSync(join(formats, name))
    .filter((file) => file !== 'expected.txt')
    .sort()
    .flatMap((file) => {
      const path = file.replaceAll('__', '/');
      const text = readFileSync(join(formats, name, file), 'utf8');
      const wanted = readers.filter((reader) => reader.accepts(path));
      return wanted.map((reader) => reader.read({ path, text }, { idPatterns: [] }));
    });
  const resolved = openapiResolver.resolve(
    all.flatMap(({ parts }) => parts),
    { mounts: {} },
  );
  return {
    nodes: [...all.flatMap(({ nodes }) => nodes), ...resolved.nodes],
    edges: [...all.flatMap(({ edges }) => edges), ...resolved.edges],
    mentions: all.flatMap(({ mentions }) => mentions),
    parts: [],
    problems: [...all.flatMap(({ problems }) => problems), ...resolved.problems],
  };
}

function told(facts: Facts): string {
  const lines: string[] = [];
  for (const node of facts.nodes) {
    if (node.kind === 'endpoint') {
      const { attributes: said, at } = node;
      lines.push(`${at.line}-${said.lastLine} ${node.id}${note(said.summary)}`);
      const marks = [said.version, said.protected === undefined ? undefined : said.protected ? 'protected' : 'public'];
      const words = [said.statuses.join(','), ...marks, ...said.errorCodes, ...said.denialReasons];
      lines.push(`    ${words.filter((word) => word !== undefined && word !== '').join(' ')}`.trimEnd());
      if (said.request.length > 0) lines.push(`    < ${said.request.map(field).join(' ')}`);
      for (const reply of said.response) {
        lines.push(`    > ${[reply.status ?? '?', ...reply.fields.map(field), ...(reply.errorCodes ?? [])].join(' ')}`);
      }
    } else if (node.kind === 'error-code') {
      const { httpStatus, meaning, family } = node.attributes;
      lines.push(`${node.at.line} code ${node.id} ${httpStatus ?? '-'} ${family}${note(meaning)}`);
    }
  }
  for (const { kind, from, to, at } of facts.edges) lines.push(`${at.line} ${kind} ${from.id} -> ${to.id}`);
  for (const { token, at, within } of facts.mentions) lines.push(`${at.line} names ${token} in ${within?.id}`);
  for (const { at, code, hides } of facts.problems) {
    if (code !== 'fence') lines.push(`${at.path}:${at.line} ${code} hides ${hides.join(' ')}`.trim());
  }
  return `${lines.filter((line) => line.trim() !== '').join('\n')}\n`;
}

function note(words: string | undefined): string {
  return words === undefined ? '' : ` "${words}"`;
}

function field({ name, in: place, type, required, values }: Field): string {
  const need = required === undefined ? '' : required ? '!' : '?';
  const kind = [type, values?.join('|')].filter((word) => word !== undefined).join('=');
  return `${place === undefined ? '' : `${place}.`}${name}${need}${kind === '' ? '' : `:${kind.replaceAll(' ', '')}`}`;
}
