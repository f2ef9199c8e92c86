import type { NodeFact } from '@iama/model';
import type { DocumentReader } from '../../document/document-reader.ts';
import { sectionAt } from '../../document/open-document.ts';
import { findErrorShape } from './error-shape.ts';

const forwardOnly = /\bforward[- ]only\b/i;
const verb = '(?:write|writes|update|updates|set|sets|change|changes|modify|modifies)';
const soleWriters = [
  new RegExp(
    `\\bonly (?:the )?([\\w -]{2,40}?) (?:may |can |must |is allowed to |shall )?${verb} (?:to )?(?:the )?\`(\\w+\\.\\w+)\``,
    'i',
  ),
  /`(\w+\.\w+)` (?:is|are|must be|may be|shall be) (?:only )?(?:written|updated|set|changed|modified) (?:only )?by (?:the )?([\w -]{2,40}?)(?: only| alone| exclusively)?(?=[.,;:(]|\s\(|$)/i,
] as const;
const onlyWord = /\b(?:only|alone|exclusively)\b/i;

/**
 * Rules about how things are done, which gates need as facts: `forward-only` migrations, and who alone writes a column
 * (`sole-writer`: subject is the column, value the writer), and the fields of every error reply (`error-shape`). Item ids: `<document>#policy.<rule>.<line>`.
 *
 * @implements IAMA-READ-007
 */
export const policies: DocumentReader = {
  name: 'policies',
  read(document) {
    const nodes: NodeFact<'item'>[] = [];
    const add = (line: number, rule: string, more: { subject?: string; value?: string }) =>
      nodes.push({
        kind: 'item',
        id: `${document.name}#policy.${rule}.${line}`,
        side: 'specified',
        at: { path: document.path, line, column: 1, section: sectionAt(document.sections, line).heading },
        attributes: {
          list: 'policy',
          number: rule,
          text: (document.lines[line - 1] ?? '').trim().slice(0, 300),
          strength: 'MUST',
          ...more,
        },
      });
    for (const [index, text] of document.lines.entries()) {
      if (text.length > 2000) continue;
      if (forwardOnly.test(text) && !/\b(?:not|non|no longer|instead of)\s+forward[- ]only/i.test(text))
        add(index + 1, 'forward-only', {});
      const writer = soleWriter(text);
      if (writer) add(index + 1, 'sole-writer', writer);
    }
    const shape = findErrorShape(document);
    if (shape) add(shape.line, 'error-shape', { value: shape.required.join(' ') });
    return { nodes };
  },
};

function soleWriter(text: string): { subject: string; value: string } | undefined {
  if (!onlyWord.test(text)) return undefined;
  const [active, passive] = soleWriters;
  const first = active?.exec(text);
  if (first?.[1] && first[2]) return { subject: first[2], value: first[1].trim() };
  const second = passive?.exec(text);
  return second?.[1] && second[2]
    ? { subject: second[1], value: second[2].replace(/ (?:only|alone|exclusively)$/, '').trim() }
    : undefined;
}
