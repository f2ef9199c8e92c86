import { join } from 'node:path';
import { readPlanted, runFolder } from '@iama/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { gates } from './gates.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');
const broken = join(fixtures, 'broken');
const { planted, quiet } = readPlanted(broken, gates);
let findings: Awaited<ReturnType<typeof runFolder>>['findings'] = [];

beforeAll(async () => {
  findings = (await runFolder(gates, broken)).findings;
});

function at(gate: string, path: string, line: number) {
  return findings.filter((one) => one.gate === gate && one.at.path === path && one.at.line === line);
}

describe('the broken product', () => {
  it.each(planted.map((one) => [`${one.gate} ${one.path}:${one.line}`, one] as const))('%s', (_, one) => {
    const found = at(one.gate, one.path, one.line);
    expect(found, one.why).not.toEqual([]);
    const decision = found[0]?.data.decision;
    if (one.decided !== undefined && decision !== undefined)
      expect(decision).toMatch(one.decided === 'unresolved' ? /^unresolved/ : `\`${one.decided}\`, rank`);
  });

  it.each(quiet.map((one) => [`${one.gate} ${one.path}:${one.line}`, one] as const))('quiet: %s', (_, one) => {
    expect(at(one.gate, one.path, one.line), one.why).toEqual([]);
    const places = findings.filter(({ gate }) => gate === one.gate).flatMap(({ related }) => related);
    expect(places.filter(({ at: place }) => place.path === one.path && place.line === one.line)).toEqual([]);
  });
});

it('the healthy product has no conflict', async () => {
  const { findings: none } = await runFolder(gates, join(fixtures, 'sample'));
  expect(none.map(({ gate, at: { path, line } }) => `${path}:${line} ${gate}`)).toEqual([]);
});
