import type { Gate } from '@iama/gate';
import { describe, expect, it } from 'vitest';
import { evaluateGate } from './evaluate-gate.ts';

/** The tests of gates: every example does what it says, every message has an example that yields it, one stays quiet. */
export function describeGates(gates: readonly Gate[]): void {
  describe.each(gates.map((gate) => [gate.id, gate] as const))('%s', (_, gate) => {
    it.each(gate.examples.map((example) => [example.name, example] as const))('%s', async (_name, example) => {
      expect(await evaluateGate(gate, example)).toEqual(example.expect);
    });

    it('has an example for every message, and a quiet one', () => {
      const said = new Set(gate.examples.flatMap(({ expect: lines }) => lines.map((line) => line.split(' ')[1])));
      expect([...said].filter((code) => code !== undefined).sort()).toEqual(Object.keys(gate.messages).sort());
      expect(gate.examples.some((example) => example.expect.length === 0)).toBe(true);
    });
  });
}
