import { bracketPairs } from './bracket-pairs.ts';
import type { Declaration, Naming, TestFinder, TestSource } from './declaration.ts';

const definition = /^([ \t]*)(?:async[ \t]+)?(def|class)[ \t]+(\w+)[ \t]*(\(|:|\[)/gm;
const skipping =
  /@\s*(?:pytest\s*\.\s*mark\s*\.\s*(?:skip\b|xfail\b(?!\s*\())|(?:unittest\s*\.\s*)?(?:skip\b|expectedFailure\b))/;
const claimingDecorator = /@[\w.]*(?:req|verif|cover|trace|spec|implement|satisf)\w*\s*\(/i;

interface Block {
  readonly kind: 'def' | 'class';
  readonly name: string;
  readonly indent: number;
  readonly at: number;
  readonly start: number;
  readonly body: number;
  end: number;
}

/** Functions and classes pytest and unittest collect. */
export const pythonTests: TestFinder = {
  languages: ['python'],
  wants: ({ text, test }) => test || /\b(?:unittest\.TestCase|import pytest)\b/.test(text),
  framework: ({ text }) =>
    /\bunittest\b/.test(text) && !/\bpytest\b/.test(text) ? 'unittest' : /\bbehave\b/.test(text) ? 'behave' : 'pytest',
  find(source) {
    const blocks = findBlocks(source);
    const moduleSkipped = /^pytestmark\s*=.*\bmark\s*\.\s*skip\b(?!if)/m.test(source.masked);
    const collected = new Set<Block>();
    const declarations: Declaration[] = [];
    for (const block of blocks) {
      const parent = blocks.findLast((one) => one.end >= block.end && one.at < block.at);
      if (parent !== undefined && !collected.has(parent)) continue;
      if (parent?.kind === 'def' || !isCollected(source, block, parent)) continue;
      collected.add(block);
      const declaration = declare(source, block);
      declarations.push(moduleSkipped ? { ...declaration, skipped: true } : declaration);
    }
    return declarations.filter(
      (one) => one.kind === 'test' || declarations.some((test) => test.kind === 'test' && isInside(test, one)),
    );
  },
};

function isInside(inner: Declaration, outer: Declaration): boolean {
  return inner !== outer && inner.start >= outer.start && inner.end <= outer.end;
}

function isCollected(source: TestSource, block: Block, parent: Block | undefined): boolean {
  if (block.kind === 'def') return block.name.startsWith('test');
  if (parent === undefined || parent.kind === 'class') {
    const header = source.masked.slice(block.at, block.body);
    return (
      /^Test/.test(block.name) ||
      /Test(?:s|Case|Suite|Base|Mixin)?\b/.test(header) ||
      /(?:Test|Tests|TestCase)$/.test(block.name)
    );
  }
  return false;
}

function findBlocks(source: TestSource): Block[] {
  const { masked } = source;
  const pairs = bracketPairs(masked);
  const blocks: Block[] = [];
  const open: Block[] = [];
  for (const found of masked.matchAll(definition)) {
    const indent = (found[1] ?? '').length;
    const at = found.index + found[0].indexOf(found[3] ?? '', found[0].search(/\b(?:def|class)\b/) + 4);
    const bracket = found.index + found[0].length - 1;
    const header = found[4] === ':' ? bracket : (pairs.get(bracket) ?? bracket);
    const colon = masked.indexOf(':', found[4] === ':' ? bracket : header);
    const block: Block = {
      kind: found[2] === 'class' ? 'class' : 'def',
      name: found[3] ?? '',
      indent,
      at,
      start: startOfDecorators(masked, found.index, indent),
      body: colon === -1 ? masked.length : colon + 1,
      end: endOfBlock(source, colon === -1 ? masked.length : colon + 1, indent),
    };
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= found.index) open.pop();
    open.push(block);
    blocks.push(block);
  }
  return blocks;
}

// Lines above that are decorators, or the rest of one that goes over lines.
function startOfDecorators(masked: string, from: number, indent: number): number {
  let start = from;
  let at = from;
  for (let lines = 0; at > 0 && lines < 200; lines += 1) {
    const lineStart = masked.lastIndexOf('\n', at - 2) + 1;
    const line = masked.slice(lineStart, at - 1);
    const depth = line.length - line.trimStart().length;
    if (depth === indent && line[depth] === '@') start = lineStart;
    else if (depth < indent && line.trim() !== '') break;
    else if (depth === indent && line.trim() !== '' && !/^[\])}]/.test(line.trim())) break;
    at = lineStart;
  }
  return start;
}

// Before the first line that is not indented deeper; lines inside a string or brackets do not count.
function endOfBlock(source: TestSource, from: number, indent: number): number {
  const { masked, spans } = source;
  let end = masked.indexOf('\n', from);
  if (end === -1) return masked.length;
  let depth = 0;
  let span = 0;
  for (let at = end; at !== -1 && at < masked.length; ) {
    const next = masked.indexOf('\n', at + 1);
    const lineEnd = next === -1 ? masked.length : next;
    while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= at) span += 1;
    const inString = (spans[span]?.start ?? Number.POSITIVE_INFINITY) <= at;
    const line = masked.slice(at + 1, lineEnd);
    const words = line.trimStart();
    if (words !== '' && depth <= 0 && !inString && line.length - words.length <= indent) return end;
    for (const char of line) depth += '([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0;
    if (words !== '') end = lineEnd;
    at = next;
  }
  return end;
}

function declare(source: TestSource, block: Block): Declaration {
  const { masked } = source;
  const decorators = masked.slice(block.start, block.at);
  const namings: Naming[] = [{ start: block.at, end: block.at + block.name.length, form: 'name' }];
  if (block.start < block.at) {
    const claim = claimingDecorator.test(decorators);
    namings.push({ start: block.start, end: block.at, form: claim ? 'claim' : 'title' });
  }
  return {
    kind: block.kind === 'class' ? 'suite' : 'test',
    title: block.name,
    start: block.start,
    end: block.end,
    at: block.at,
    skipped:
      skipping.test(decorators) ||
      /@\s*(?:pytest\s*\.\s*mark|unittest)\s*\.\s*skip_?[iI]f\(\s*True\b/.test(decorators) ||
      skipsAtOnce(masked, block),
    namings,
  };
}

function skipsAtOnce(masked: string, block: Block): boolean {
  const body = masked.slice(block.body, block.end);
  // A documentation string may come before the first statement.
  const first = /^\s*(?:("""|'''|"|')[\s\S]*?\1\s*)?([^\n]*)/.exec(body)?.[2] ?? '';
  if (block.kind === 'class') return /\bpytestmark\s*=.*\bskip\b/.test(first);
  return /^(?:pytest\.skip\(|self\.skipTest\(|raise\s+(?:unittest\.)?SkipTest\b)/.test(first);
}
