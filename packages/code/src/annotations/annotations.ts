import type { Facts, NodeFact, NodeRef, Part, Reader } from '@iama/model';
import { isTestPath } from '../lexing/is-test-path.ts';
import { languageOf } from '../lexing/language.ts';
import { LineIndex } from '../lexing/line-index.ts';
import { scanSpans } from '../lexing/scan-spans.ts';
import type { Test } from '../tests/find-tests.ts';
import { findTests, mayDeclareTests } from '../tests/find-tests.ts';
import { testsAround } from '../tests/tests-around.ts';
import { commentBlocks } from './comment-blocks.ts';
import { idShaped } from './id-token.ts';
import type { Sayer } from './mention.ts';
import { sayer } from './mention.ts';
import { readClaims } from './read-claims.ts';
import { readTestNames } from './read-test-names.ts';

const otherShapes = /~[\w.-]+~\d|\[(?:impl|verify|depends|related) /;

/**
 * Code files, the ids their comments hold, the tests they declare and the ids these are named with.
 *
 * @implements IAMA-CODE-001
 */
export const annotations: Reader = {
  name: 'annotations',
  version: 2,
  gives: ['file', 'test'],
  accepts: (path) => languageOf(path) !== undefined && !/[.-]min\.(?:[cm]?js|css)$/.test(path),
  read(source, context): Facts {
    const { path, text } = source;
    const language = languageOf(path);
    if (language === undefined) return { nodes: [], edges: [], mentions: [], parts: [], problems: [] };
    const test = context.test ?? isTestPath(path);
    const file: NodeFact<'file'> = {
      kind: 'file',
      id: path,
      side: 'observed',
      at: { path, line: 1, column: 1 },
      attributes: { language: language.name, test },
    };
    const extra = context.idPatterns.map((one) => new RegExp(one));
    const mayName = idShaped.test(text) || otherShapes.test(text) || extra.some((one) => one.test(text));
    const mayTest = mayDeclareTests(language.name, text, test);
    if (!mayName && !mayTest) return { nodes: [file], edges: [], mentions: [], parts: [], problems: [] };

    const spans = scanSpans(text, language.syntax);
    const tests = mayTest ? findTests(source, language.name, spans, test) : { tests: [], suites: [] };
    const places = new LineIndex(text);
    const sayers: Sayer = sayer(path, places);
    if (mayName) {
      for (const block of commentBlocks(text, spans)) {
        const lines = block.lines.map((line) => line.text);
        readClaims(
          lines,
          test || tests.tests.some((one) => one.start <= block.start && block.start < one.end),
          extra,
          (number, claim) => {
            const about = testsAround(text, tests, block, claim.verb !== undefined);
            const within: readonly NodeRef[] =
              about.length === 0 ? [{ kind: 'file', id: path }] : about.map((one) => ({ kind: 'test', id: one.id }));
            const start = (block.lines[number]?.start ?? block.start) + claim.start;
            sayers.say({ ...claim, start }, within, about.length === 0 && test ? 'test' : 'comment');
          },
        );
      }
      for (const one of tests.tests) readTestNames(text, one, extra, sayers);
    }
    return {
      nodes: [file],
      edges: [],
      mentions: sayers.mentions,
      parts: tests.tests.map((one) => partOf(path, one, places)),
      problems: [],
    };
  },
};

function partOf(path: string, test: Test, places: LineIndex): Part {
  const { id, title, names, framework, skipped, failurePath } = test;
  return {
    kind: 'test',
    at: { path, ...places.placeOf(test.at) },
    data: { id, title, names, framework, skipped, ...(failurePath === undefined ? {} : { failurePath }) },
  };
}
