import type { Test } from '../tests/find-tests.ts';
import { readNaming } from '../tests/read-namings.ts';
import type { Sayer } from './mention.ts';

/** Says the ids a test's title, tags and suites name: the test verifies them. */
export function readTestNames(text: string, test: Test, extra: readonly RegExp[], sayer: Sayer): void {
  const said = new Set<string>();
  for (const naming of test.namings) {
    for (const { context, ...id } of readNaming(text, naming, extra)) {
      const key = `${id.token} ${id.start}`;
      if (said.has(key)) continue;
      said.add(key);
      sayer.say({ ...id, verb: 'verifies' }, [{ kind: 'test', id: test.id }], context);
    }
  }
}
