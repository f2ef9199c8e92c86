import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadGates } from '../packages/command/src/index.ts';
import type { Gate } from '../packages/gate/src/index.ts';
import { commandLine } from '../packages/iama/src/command-line.ts';

const root = dirname(import.meta.dirname);
const gates = await loadGates(commandLine.phases);
const files = gateFiles();

test('every gate file is listed by its package, and every listed gate has a file', () => {
  expect(gates.map((gate) => fileOf(gate)).sort()).toEqual(files);
});

test('no two gates have one id', () => {
  expect(new Set(gates.map((gate) => gate.id)).size).toBe(gates.length);
});

describe.each(gates.map((gate) => [gate.id, gate] as const))('%s', (id, gate) => {
  test('has the same words as id, file and export', () => {
    expect(id).toMatch(/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(readFileSync(join(root, fileOf(gate)), 'utf8')).toContain(`export const ${camelCase(gate)} = `);
  });

  test('belongs to the package that is named in its id', () => {
    expect(commandLine.phases.map((phase) => phase.name)).toContain(gate.package);
  });

  test('names the fault in its id and the law in its title', () => {
    expect(id).not.toMatch(/\/(?:no|must|should|require)-/);
    expect(gate.title).toMatch(/^[A-Z`].*[^.]$/);
    expect(gate.hint).toMatch(/[^.]$/);
    expect(gate.rationale).toMatch(/\.$/);
  });

  test('has an example that fires and one that stays quiet', () => {
    expect(gate.examples.some((example) => example.expect.some((line) => line !== 'unverified'))).toBe(true);
    expect(gate.examples.some((example) => example.expect.length === 0)).toBe(true);
    expect(new Set(gate.examples.map((example) => example.name)).size).toBe(gate.examples.length);
  });
});

function gateFiles(): string[] {
  return commandLine.phases
    .map((phase) => `packages/${phase.name}/src/gates`)
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort();
}

function fileOf(gate: Gate): string {
  return `packages/${gate.package}/src/gates/${nameOf(gate)}.ts`;
}

function nameOf(gate: Gate): string {
  return gate.id.slice(gate.package.length + 1);
}

function camelCase(gate: Gate): string {
  return nameOf(gate).replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
