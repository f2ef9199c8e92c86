import { readdirSync, readFileSync } from 'node:fs';
import type { Facts, NodeFact } from '@iama/model';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { documents } from '../documents.ts';
import { markdownReader } from '../markdown.ts';
import { requirements } from './requirements.ts';

const folder = new URL('../../../../../fixtures/formats/requirements/', import.meta.url);
const reader = (parser?: 'satteri' | 'remark') =>
  markdownReader([documents, requirements] satisfies DocumentReader[], parser);
const fast = reader();
const plain = reader('remark');

beforeAll(async () => {
  await fast.prepare?.();
  await plain.prepare?.();
});

function read(text: string, path = 'docs/requirements.md', idPatterns: string[] = []): Facts {
  return fast.read({ path, text }, { idPatterns });
}

/** The requirements and malformed ids of a reading, each with the keys that are asked for. */
function said(facts: Facts): { node: NodeFact; flat: Record<string, unknown> }[] {
  return facts.nodes.flatMap((node): ReturnType<typeof said> => {
    if (node.kind === 'malformed-id') return [{ node, flat: { malformed: node.id, line: node.at.line } }];
    if (node.kind !== 'requirement') return [];
    const { line, column, section } = node.at;
    return [{ node, flat: { id: node.id, line, column, section, ...node.attributes } }];
  });
}

function ids(facts: Facts): string[] {
  return facts.nodes.flatMap((node) => (node.kind === 'requirement' ? [node.id] : []));
}

const styles = readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : []));

// @verifies IAMA-READ-001
// @verifies IAMA-READ-002
describe.each(styles)('the %s style', (style) => {
  const text = readFileSync(new URL(`${style}.md`, folder), 'utf8');
  const expected = JSON.parse(readFileSync(new URL(`${style}.json`, folder), 'utf8')) as Record<string, unknown>[];
  const path = style === 'no-definitions' ? 'docs/notes.md' : `docs/${style}.md`;

  it.each([
    ['as it is', text],
    ['with a byte-order mark and Windows line ends', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('is read %s', (_, written) => {
    const found = said(read(written, path));
    const place = (each: Record<string, unknown>) => `${each.id ?? each.malformed}:${each.line}`;
    expect(found.map(({ flat }) => place(flat)).sort()).toEqual(expected.map(place).sort());
    for (const wanted of expected) {
      expect(found.find(({ flat }) => place(flat) === place(wanted))?.flat).toMatchObject(wanted);
    }
  });

  it('is read the same by both parsers', () => {
    expect(plain.read({ path, text }, { idPatterns: [] }).nodes).toEqual(read(text, path).nodes);
  });
});

describe('acceptance criteria', () => {
  it('are facts of their own, with an edge to the requirement', () => {
    const facts = read(
      '# Requirements\n\n### FR-1: Ring\nThe bell shall ring.\n\nAcceptance:\n- It is heard.\n- It stops.\n',
    );
    expect(facts.nodes.filter((node) => node.kind === 'acceptance')).toMatchObject([
      { id: 'FR-1/1', at: { line: 7 }, attributes: { requirement: 'FR-1', text: 'It is heard.', number: 1 } },
      { id: 'FR-1/2', at: { line: 8 }, attributes: { number: 2 } },
    ]);
    expect(facts.edges).toMatchObject([
      { kind: 'accepts', from: { kind: 'acceptance', id: 'FR-1/1' }, to: { kind: 'requirement', id: 'FR-1' } },
      { kind: 'accepts', from: { id: 'FR-1/2' }, to: { id: 'FR-1' } },
    ]);
  });

  it.each([
    ['a line beside the label', 'Acceptance: it rings', ['it rings']],
    ['numbers in one line', 'Acceptance: (1) it rings (2) it stops', ['it rings', 'it stops']],
    [
      'one scenario over items',
      '**Acceptance**:\n- Given a bell\n- When pulled\n- Then it rings',
      ['Given a bell When pulled Then it rings'],
    ],
    [
      'two scenarios',
      '**AC**:\n- Given a, when b, then c\n- Given d, when e, then f',
      ['Given a, when b, then c', 'Given d, when e, then f'],
    ],
    ['a heading over a list', '#### Acceptance Criteria\n1. one\n   - more of one\n2. two', ['one more of one', 'two']],
    [
      'a feature file',
      '**Acceptance**:\n```gherkin\nScenario: A\n  Given x\n  Then y\nScenario: B\n  Then z\n```',
      ['Scenario: A Given x Then y', 'Scenario: B Then z'],
    ],
    ['a note behind the list', 'Acceptance:\n- one\n\nThis is a remark.', ['one']],
    [
      'labels inside items',
      'Acceptance:\n- **Speed**: fast\n- Status: 200 is answered',
      ['Speed: fast', 'Status: 200 is answered'],
    ],
  ])('%s', (_, written, expected) => {
    const [node] = said(
      read(
        `# Requirements\n\n### FR-1: Ring\n\nThe bell shall ring.\n\n${written}\n\n### FR-2: Stop\n\nIt must stop.\n`,
      ),
    );
    expect(node?.flat.acceptance).toEqual(expected);
  });
});

describe('what a requirement says', () => {
  it.each([
    ['P0', 'P0'],
    ['`p1`', 'P1'],
    ['P2 (nice to have)', 'P2'],
    ['**High**', 'High'],
    ['🔴 Critical', 'Critical'],
    ['Must-have', 'Must-have'],
    ['3', '3'],
    ['高', '高'],
    ['[P0 | P1]', undefined],
    ['-', undefined],
  ])('priority %s', (written, expected) => {
    const [node] = said(read(`# Requirements\n\n### FR-1: Ring\nThe bell shall ring.\n\nPriority: ${written}\n`));
    expect(node?.flat.priority).toBe(expected);
  });

  it.each([
    ['The bell SHALL NOT ring.', 'MUST'],
    ['The bell should ring.', 'SHOULD'],
    ['The bell may ring.', 'MAY'],
    ['The bell rings.', 'NONE'],
    ['Ringing is required to be loud and may stop.', 'MUST'],
  ])('strength of %s', (written, expected) => {
    const [node] = said(read(`# Requirements\n\n### FR-1: Ring\n${written}\n`));
    expect(node?.flat.strength).toBe(expected);
  });

  it.each([
    ['its id', '### V3-FR-1: x\nIt shall.', 'docs/prd_v1.md', 'V3'],
    ['its field', '### FR-1: x\nIt shall.\n\nRelease: v2', 'docs/prd_v1.md', 'V2'],
    ['its section', '## V4 scope\n### FR-1: x\nIt shall.', 'docs/prd_v1.md', 'V4'],
    ['its document', '### FR-1: x\nIt shall.', 'docs/prd_v1.md', 'V1'],
  ])('version by %s', (_, written, path, expected) => {
    expect(said(read(`# Requirements\n\n${written}\n`, path))[0]?.flat.version).toBe(expected);
  });

  it('has the same fingerprint whatever its emphasis and line breaks', () => {
    const a = said(read('# Requirements\n\n- **FR-1**: The bell **shall** ring\n  loudly.\n'))[0];
    const b = said(read('# Requirements\n\n- FR-1: The bell shall ring loudly.\n'))[0];
    expect(a?.flat.fingerprint).toBe(b?.flat.fingerprint);
  });

  it('claims its lines', async () => {
    const spans: Span[] = [];
    const spy: DocumentReader = {
      name: 'spy',
      read: (_document, claimed) => {
        spans.push(...claimed);
        return {};
      },
    };
    const both = markdownReader([requirements, spy]);
    await both.prepare?.();
    both.read(
      { path: 'a.md', text: '# Requirements\n\n### FR-1: Ring\nIt shall.\n\nmore\n\n### FR-2: Stop\nIt must.\n' },
      { idPatterns: [] },
    );
    expect(spans).toEqual([
      { node: { kind: 'requirement', id: 'FR-1' }, line: 3, lastLine: 6 },
      { node: { kind: 'requirement', id: 'FR-2' }, line: 8, lastLine: 9 },
    ]);
  });
});

describe('a definition is told from a mention', () => {
  it.each([
    ['an implementation plan', 'docs/plan.md', '# Plan\n\n- FR-001: add the middleware to `auth.ts`\n'],
    ['a test plan', 'docs/test-plan.md', '# Test plan\n\n### FR-001 Login tests\n\nLogin shall work.\n'],
    ['a template', 'templates/spec.md', '# Requirements\n\n- **FR-001**: System MUST [specific capability]\n'],
    ['a changelog', 'CHANGELOG.md', '# Changelog\n\n- FR-001: The login must be fast\n'],
    ['a release checklist', 'docs/prd.md', '# PRD\n\n## Release checklist\n\n- [ ] FR-001: login works as required\n'],
    ['a contract', 'docs/api-contract.md', '# API\n\n### POST /login\n\nRequirements:\n- FR-001: user login\n'],
    ['a decision', 'docs/adr/ADR-001.md', '# ADR-001\n\nStatus: Accepted\n\n- FR-001: login must be fast\n'],
    [
      'an index by links',
      'docs/requirements.md',
      '# Requirements\n\n| ID | Title |\n|---|---|\n| [FR-001](fr-001.md) | Login must work |\n',
    ],
    [
      'a metric',
      'docs/metrics.md',
      '# Metrics\n\n| Metric ID | Name | Formula |\n|---|---|---|\n| TRF-002 | Traffic | visits |\n',
    ],
    ['a status table', 'README.md', '# App\n\n| FR | Status |\n|---|---|\n| FR-001 | Done |\n'],
  ])('%s', (_, path, text) => {
    expect(ids(read(text, path))).toEqual([]);
  });

  it.each([
    [
      'a checklist of requirements',
      'docs/REQUIREMENTS.md',
      '# Requirements\n\n## v1\n\n- [ ] **AUTH-01**: User can sign up with email\n- [x] **AUTH-02**: User can sign in\n',
      ['AUTH-01', 'AUTH-02'],
    ],
    [
      'an unknown family with priorities',
      'docs/prd.md',
      '# PRD\n\n## 1.2 Features\n\n| Feature ID | Name | Priority |\n|---|---|---|\n| ADV-001 | List of adverts | P0 |\n',
      ['ADV-001'],
    ],
    ['a declared pattern', 'docs/notes.md', '# Notes\n\n- RULE/7: books are returned on time\n', ['RULE/7']],
    [
      'lines of one paragraph',
      'docs/srs.md',
      '# SRS\n\n## Requirements\n\nREQ-1: The bell shall ring.\nREQ-2: The bell shall stop.\n',
      ['REQ-1', 'REQ-2'],
    ],
    [
      'a sub-requirement',
      'docs/srs.md',
      '# SRS\n\n## Requirements\n\n### FR-1: Bells\n\n- FR-1.1: The bell shall ring.\n- FR-1.2: The bell shall stop.\n',
      ['FR-1', 'FR-1.1', 'FR-1.2'],
    ],
    ['a document of one requirement', 'reqs/REQ-001.md', '# REQ-001: Ring\n\nThe bell shall ring.\n', ['REQ-001']],
    [
      'the document’s own id',
      'docs/srs.md',
      '# SRS-001 Requirements\n\n## 1\n\n- FR-1: It shall ring.\n- FR-2: It shall stop.\n',
      ['FR-1', 'FR-2'],
    ],
  ])('%s is one', (_, path, text, expected) => {
    expect(ids(read(text, path, ['RULE/\\d+']))).toEqual(expected);
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# FR-1: x',
      '- **FR-2**: y shall',
      '| ID | Requirement |',
      '|---|---|',
      '| FR-3 | z |',
      '```',
      '~~~',
      'Priority: P0',
      'Acceptance:',
      '> r[a.b]',
      '`req~a~1`',
      '**Acceptance',
      '1. FR-4 to FR-9',
      '<!-- FR-5',
      '---',
      'id: REQ-1',
      ':::{req} t',
      ':id: X1',
    ),
    fc.string({ maxLength: 80, unit: 'binary' }),
    fc.string({ maxLength: 40 }),
  );

  it('is read without an error, the same twice', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['bars', '|'.repeat(20_000)],
    ['stars', '*'.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['colons', 'a:'.repeat(10_000)],
    ['ids', 'FR-001, '.repeat(2_500)],
    ['hyphens', `FR${'-1'.repeat(10_000)}`],
    ['spaces', `- **FR-1**: a${' '.repeat(20_000)}b`],
    ['labels', `- FR-1: ${'x. Priority: '.repeat(1_500)}`],
    ['words', `### FR-1 ${'shall '.repeat(4_000)}`],
    ['quotes', '> '.repeat(5_000)],
    ['parentheses', `### ${'('.repeat(20_000)}`],
  ])('a long line of %s is read in time', (_, text) => {
    expect(read(`# Requirements\n\n${text}\n`).nodes.length).toBeGreaterThan(1);
  });
});
