import type { Declaration, TestFinder, TestSource } from './declaration.ts';
import { writtenTitle } from './written-title.ts';

const calls =
  /^([ \t]*)(?:RSpec\.)?([fx]?describe|[fx]?context|[fx]?it|[fx]?specify|[fx]?example|[fx]?scenario|[fx]?feature|pending|skip|test|should|it_behaves_like|shared_examples|property)\b[ \t]*\(?[ \t]*(.*)$/gm;
const methods = /^([ \t]*)(def|class)[ \t]+((?:test_\w+[?!]?)|[A-Z][\w:]*Test\w*|Test\w+)/gm;
const suites = /^[fx]?(?:describe|context|feature)$/;

/** RSpec, Minitest, Test::Unit and ExUnit: blocks told apart by how far they are indented. */
export const rubyTests: TestFinder = {
  languages: ['ruby', 'crystal', 'elixir'],
  wants: ({ text, test }) => test && /\b(?:describe|it|test|scenario|def test_)/.test(text),
  framework: ({ path, text }) => {
    if (/\.exs?$/.test(path)) return 'exunit';
    return /\bRSpec\b|\bexpect\(|_spec\.rb$/.test(text + path) ? 'rspec' : 'minitest';
  },
  find(source) {
    const found: Declaration[] = [];
    for (const call of source.masked.matchAll(calls)) {
      const declaration = declareCall(source, call);
      if (declaration !== undefined) found.push(declaration);
    }
    for (const method of source.masked.matchAll(methods)) found.push(declareMethod(source, method));
    return found;
  },
};

function declareCall(source: TestSource, call: RegExpExecArray): Declaration | undefined {
  const { text, masked } = source;
  const [whole, indent = '', word = '', rest = ''] = call;
  const block = /\bdo\b|\{[^}]*$|\{.*\}\s*$/.exec(rest);
  const pending = block === null && /^[fx]?(?:it|specify|example|scenario|test)$/.test(word) && /^['"]/.test(rest);
  if ((block === null && !pending) || word === 'shared_examples' || word === 'it_behaves_like') return undefined;
  const start = call.index + indent.length;
  const from = call.index + whole.length - rest.length;
  const words = from + (block?.index ?? rest.length);
  const head = masked.slice(from, words);
  const tags = head.includes(',') ? head.indexOf(',') : head.length;
  const named = writtenTitle(text, masked, from, from + tags) ?? text.slice(from, from + tags).trim();
  const title = named === '' ? rest.replace(/^\{\s*|\s*\}$/g, '') : named;
  const options = masked.slice(from + tags, words);
  const oneLine = block !== null && /\bend\s*$|\}\s*$/.test(rest);
  return {
    kind: suites.test(word) ? 'suite' : 'test',
    title: title.replace(/^\(|\)$/g, ''),
    start,
    end: oneLine || block === null ? call.index + whole.length : endOfBlock(masked, call.index + whole.length, indent),
    at: from,
    skipped: pending || /^x|^pending$|^skip$/.test(word) || /\b(?:skip|pending)\b(?!:\s*(?:false|nil))/.test(options),
    only: /^f(?!eature)/.test(word) || /\bfocus\b/.test(options),
    namings: [{ start: from, end: words, form: 'title' }],
  };
}

function declareMethod(source: TestSource, method: RegExpExecArray): Declaration {
  const [whole, indent = '', word = '', name = ''] = method;
  const at = method.index + whole.length - name.length;
  const end = endOfBlock(source.masked, method.index + whole.length, indent);
  return {
    kind: word === 'class' ? 'suite' : 'test',
    title: name,
    start: method.index + indent.length,
    end,
    at,
    skipped: word === 'def' && /^[^\n]*\n\s*skip\b/.test(source.masked.slice(at, end)),
    namings: [{ start: at, end: at + name.length, form: 'name' }],
  };
}

function endOfBlock(masked: string, from: number, indent: string): number {
  const close = new RegExp(`^${indent}(?:end\\b|\\})`, 'gm');
  close.lastIndex = from;
  const found = close.exec(masked);
  return found === null ? masked.length : found.index + found[0].length;
}
