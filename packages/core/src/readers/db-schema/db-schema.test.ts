import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Facts } from '@iama/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../document/open-document.ts';
import { loadMarkdownParser } from '../../document/parse-markdown.ts';
import { markdownReader } from '../markdown.ts';
import { dbSchema } from './db-schema.ts';

const root = fileURLToPath(new URL('../../../../../fixtures/formats/db-schema/', import.meta.url));
const reader = markdownReader([dbSchema]);

beforeAll(() => reader.prepare?.());

/** Every folder holds one document and what it says, one fact a line. */
// @verifies IAMA-READ-005
describe('a document in the style of', () => {
  for (const name of readdirSync(root).sort()) {
    const folder = join(root, name);
    const path = markdownIn(folder);
    it(name, async () => {
      const facts = reader.read({ path: relative(folder, path), text: readFileSync(path, 'utf8') }, { idPatterns: [] });
      await expect(listing(facts)).toMatchFileSnapshot(join(folder, 'facts.txt'));
    });
  }
});

describe('lines of a table', () => {
  it('are its whole section when it stands there alone, else the fence and the prose before it', async () => {
    const path = 'postgres/db-schema.md';
    const source = { path, text: readFileSync(join(root, path), 'utf8') };
    const { document } = openDocument(source, { idPatterns: [] }, await loadMarkdownParser());
    expect(dbSchema.read(document, []).spans?.map((span) => [span.node.id, span.line, span.lastLine])).toEqual([
      ['growers', 12, 31],
      ['trees', 32, 45],
      ['harvests', 46, 53],
      ['harvest_notes', 55, 58],
      ['clubs', 62, 70],
    ]);
  });
});

function markdownIn(folder: string): string {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return markdownIn(path);
    if (name.endsWith('.md')) return path;
  }
  throw new Error(`no document in ${folder}`);
}

function listing(facts: Facts): string {
  const lines = facts.nodes.map((node) => {
    const place = `${node.at.line}:${node.at.column}`.padEnd(7);
    if (node.kind === 'table') {
      const { primaryKey, unique, indexes, checks, version, dialect } = node.attributes;
      const rest = [
        `pk(${primaryKey.join()})`,
        ...unique.map((columns) => `unique(${columns.join()})`),
        ...indexes.map((index) => `index(${index.columns.join()})`),
        ...checks.map((check) => `check(${check})`),
        version,
        dialect,
      ];
      return `${place} table  ${node.id}  ${rest.filter(Boolean).join(' ')}`;
    }
    if (node.kind !== 'column') return `${place} ${node.kind} ${node.id}`;
    const { type, nullable, default: fallback, values, valuesFrom, references, unique, version } = node.attributes;
    const rest = [
      type,
      nullable === undefined ? '?' : nullable ? 'null' : 'not-null',
      fallback === undefined ? '' : `default=${fallback}`,
      values ? `${valuesFrom}(${values.join('|')})` : '',
      references === undefined ? '' : `-> ${references}`,
      unique ? 'unique' : '',
      version,
    ];
    return `${place} column ${node.id}  ${rest.filter(Boolean).join(' ')}`;
  });
  const problems = facts.problems.map(
    ({ at, code, message, hides }) => `${at.line} ${code} [${hides.join()}] ${message}`,
  );
  return `${[...lines, ...problems].join('\n')}\n`;
}
