import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, Field } from '@iama/model';
import { expect, test } from 'vitest';
import { markdownReader } from '../markdown.ts';

const formats = join(import.meta.dirname, '../../../../../fixtures/formats');
const cases = readdirSync(formats).filter((name) => name.startsWith('api-'));

/** A case is a folder: one document, whose `__` stand for `/`, and what it says in `expected.txt`. */
test.each(cases)('%s', async (name) => {
  const [file = ''] = readdirSync(join(formats, name)).filter((entry) => entry !== 'expected.txt');
  const text = readFileSync(join(formats, name, file), 'utf8');
  for (const parser of ['satteri', 'remark'] as const) {
    const reader = markdownReader(undefined, parser);
    await reader.prepare?.();
    const facts = reader.read({ path: file.replaceAll('__', '/'), text }, { idPatterns: [] });
    expect(told(facts)).toBe(readFileSync(join(formats, name, 'expected.txt'), 'utf8'));
  }
});

function told(facts: Facts): string {
  const lines: string[] = [];
  for (const node of facts.nodes) {
    if (node.kind === 'endpoint') {
      const { attributes: said, at } = node;
      lines.push(`${at.line}-${said.lastLine} ${node.id}${note('', said.summary)}`);
      const marks = [said.version, said.protected === undefined ? undefined : said.protected ? 'protected' : 'public'];
      const words = [said.statuses.join(','), ...marks, ...said.errorCodes, ...said.denialReasons];
      lines.push(`    ${words.filter((word) => word !== undefined && word !== '').join(' ')}`.trimEnd());
      if (said.request.length > 0) lines.push(`    < ${said.request.map(field).join(' ')}`);
      for (const reply of said.response) {
        lines.push(`    > ${[reply.status ?? '?', ...reply.fields.map(field), ...(reply.errorCodes ?? [])].join(' ')}`);
      }
    } else if (node.kind === 'error-code') {
      const { httpStatus, meaning, family } = node.attributes;
      lines.push(`${node.at.line} code ${node.id} ${httpStatus ?? '-'} ${family}${note('', meaning)}`);
    }
  }
  return `${lines.filter((line) => line.trim() !== '').join('\n')}\n`;
}

function note(before: string, words: string | undefined): string {
  return words === undefined ? '' : `${before} "${words}"`;
}

function field({ name, in: place, type, required, values }: Field): string {
  const need = required === undefined ? '' : required ? '!' : '?';
  const kind = [type, values?.join('|')].filter((word) => word !== undefined).join('=');
  return `${place === undefined ? '' : `${place}.`}${name}${need}${kind === '' ? '' : `:${kind.replaceAll(' ', '')}`}`;
}
