import type { Facts, NodeKind, Problem, Reader, ReadingContext, Source } from '@iama/model';
import { isTestPath } from '../lexing/is-test-path.ts';
import type { PythonModuleReader } from './python-module-reader.ts';
import { parsePython } from './syntax/parse-python.ts';

const largest = 2_000_000;
const nothing: Facts = { nodes: [], edges: [], mentions: [], parts: [], problems: [] };

/**
 * The reader of Python: parses a file at most once, and only when a module reader wants it. A file with syntax errors is
 * read as far as possible and told as a problem that hides what may be lost.
 */
export function pythonReader(readers: readonly PythonModuleReader[], version: number): Reader {
  return {
    name: 'python',
    version,
    gives: kindsOf(readers),
    accepts: (path) => /\.py$/.test(path),
    prepare: async () => {
      for (const reader of readers) await reader.prepare?.();
    },
    read: (source, context) => readFile(source, context, readers),
  };
}

function readFile(source: Source, context: ReadingContext, readers: readonly PythonModuleReader[]): Facts {
  const wanting = readers.filter((reader) => reader.wants(source.text, source.path));
  if (wanting.length === 0) return nothing;
  const hides = kindsOf(wanting);
  const top = { path: source.path, line: 1, column: 1 };
  if (source.text.length > largest) {
    const message = `The file has more than ${largest} characters and was not read`;
    return { ...nothing, problems: [{ at: top, code: 'too-large', message, hides }] };
  }
  const test = context.test ?? isTestPath(source.path);
  const { module, fault } = parsePython({ path: source.path, text: source.text, test });
  const problems: Problem[] = [];
  if (fault !== undefined) {
    const message = 'This is no Python; only the rest of the file was read';
    problems.push({ at: module.placeAt(fault), code: 'syntax', message, hides });
  }
  const all = wanting.map((reader) => reader.read(module));
  return {
    nodes: all.flatMap((facts) => facts.nodes ?? []),
    edges: all.flatMap((facts) => facts.edges ?? []),
    mentions: all.flatMap((facts) => facts.mentions ?? []),
    parts: all.flatMap((facts) => facts.parts ?? []),
    problems: [...problems, ...all.flatMap((facts) => facts.problems ?? [])],
  };
}

function kindsOf(readers: readonly PythonModuleReader[]): NodeKind[] {
  return [...new Set(readers.flatMap((reader) => reader.kinds))].sort();
}
