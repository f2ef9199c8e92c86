import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { markdownReader } from '../markdown.ts';
import { listKind } from './item-list-kind.ts';
import { strengthOf } from './item-strength.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../../fixtures/formats/items');

async function itemsOf(text: string, path: string): Promise<string[]> {
  const reader = markdownReader();
  await reader.prepare?.();
  return reader.read({ path, text }, { idPatterns: [] }).nodes.flatMap(({ kind, id, at, attributes }) => {
    const said = attributes as { list: string; strength: string; text: string };
    return kind === 'item' ? [`${at.line} ${said.list} ${id} ${said.strength} ${said.text}`] : [];
  });
}

// @verifies IAMA-READ-008
describe('items of documents', () => {
  it('are the numbered lines that bind, and no story', async () => {
    const text = readFileSync(join(folder, 'requirements.md'), 'utf8');
    const wanted = readFileSync(join(folder, 'requirements.facts'), 'utf8').split('\n').filter(Boolean);
    expect(await itemsOf(text, 'docs/PRD_V1.md')).toEqual(wanted);
  });

  it('belong to documents that bind', async () => {
    expect(await itemsOf('# Changelog\n\n## Security\n1. Users must log in.\n', 'CHANGELOG.md')).toEqual([]);
  });

  it.each([
    ['Required test groups:', 'test-group'],
    ['Mandatory PoCs (from V1):', 'poc'],
    ['Release gate:', 'acceptance'],
    ['Definition of Done', 'acceptance'],
    ['Security and compliance', 'security'],
    ['Allowed telemetry fields', 'telemetry'],
    ['交付物清单', 'deliverable'],
    ['How it works', undefined],
  ])('"%s" introduces %s', (words, kind) => {
    expect(listKind(words)).toBe(kind);
  });

  it.each([
    ['Cards must never be stored', 'MUST'],
    ['Errors should be short', 'SHOULD'],
    ['A crew member may cancel', 'MAY'],
    ['Prices are in euro', 'NONE'],
    ['禁止记录密码', 'MUST'],
  ])('"%s" is %s', (text, strength) => {
    expect(strengthOf(text)).toBe(strength);
  });
});
