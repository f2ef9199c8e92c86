import type { Facts, Mention, NodeFact, Reader, ReadingContext, Source } from '@iama/model';
import { isTestPath } from '../lexing/is-test-path.ts';
import { languageOf } from '../lexing/language.ts';
import { LineIndex } from '../lexing/line-index.ts';
import { scanSpans } from '../lexing/scan-spans.ts';
import { commentBlocks } from './comment-blocks.ts';
import { idShaped } from './id-token.ts';
import { readClaims } from './read-claims.ts';

const otherShapes = /~[\w.-]+~\d|\[(?:impl|verify|depends|related) /;

/** Code files, and the ids their comments hold. */
export const annotations: Reader = {
  name: 'annotations',
  version: 1,
  gives: ['file'],
  accepts: (path) => languageOf(path) !== undefined && !/[.-]min\.(?:[cm]?js|css)$/.test(path),
  read(source, context): Facts {
    const language = languageOf(source.path);
    if (language === undefined) return { nodes: [], edges: [], mentions: [], parts: [], problems: [] };
    const test = context.test ?? isTestPath(source.path);
    const file: NodeFact<'file'> = {
      kind: 'file',
      id: source.path,
      side: 'observed',
      at: { path: source.path, line: 1, column: 1 },
      attributes: { language: language.name, test },
    };
    return { nodes: [file], edges: [], mentions: readMentions(source, context, test), parts: [], problems: [] };
  },
};

function readMentions(source: Source, context: ReadingContext, test: boolean): Mention[] {
  const { path, text } = source;
  const extra = context.idPatterns.map((one) => new RegExp(one));
  if (!idShaped.test(text) && !otherShapes.test(text) && !extra.some((one) => one.test(text))) return [];
  const language = languageOf(path);
  const mentions: Mention[] = [];
  const places = new LineIndex(text);
  for (const block of commentBlocks(text, scanSpans(text, language?.syntax ?? []))) {
    const lines = block.lines.map((line) => line.text);
    readClaims(lines, test, extra, (number, claim) => {
      const at = places.placeOf((block.lines[number]?.start ?? block.start) + claim.start);
      mentions.push({
        form: 'id',
        token: claim.token,
        at: { path, ...at },
        within: { kind: 'file', id: path },
        ...(claim.verb === undefined ? {} : { verb: claim.verb }),
        ...(claim.negated ? { negated: true } : {}),
        ...(claim.range === undefined ? {} : { range: claim.range }),
        context: 'comment',
        evidence: places.textOf(at.line).slice(0, 160),
      });
    });
  }
  return mentions;
}
