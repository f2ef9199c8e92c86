import type { Facts, NodeKind, Problem, Reader, ReadingContext, Source } from '@iama/model';
import type { ModuleReader } from './module-reader.ts';
import { parseModule } from './parse-module.ts';
import { isTestPath } from './test-path.ts';

const largest = 2_000_000;

/**
 * The reader of TypeScript and JavaScript: parses a file at most once, and only when a module reader wants it.
 * A file with syntax errors is read as far as possible and told as a problem that hides what may be lost.
 *
 * @implements IAMA-CODE-005
 */
export function typescriptReader(moduleReaders: readonly ModuleReader[], version: number): Reader {
  return {
    name: 'typescript',
    version,
    gives: kindsOf(moduleReaders),
    accepts: (path) => /\.[cm]?[jt]sx?$/i.test(path),
    async prepare() {
      for (const reader of moduleReaders) await reader.prepare?.();
    },
    read: (source, context) => readModule(source, context, moduleReaders),
  };
}

function readModule(source: Source, context: ReadingContext, moduleReaders: readonly ModuleReader[]): Facts {
  const test = context.test ?? isTestPath(source.path);
  const said = (problems: readonly Problem[]): Facts => ({
    nodes: [],
    edges: [],
    mentions: [],
    parts: [],
    problems,
  });
  if (test || /\.d\.[cm]?ts$|\.min\.[cm]?js$/i.test(source.path) || isBundle(source.text)) return said([]);
  const wanting = moduleReaders.filter((reader) => reader.wants(source.text, source.path));
  if (wanting.length === 0) return said([]);
  const hides = kindsOf(wanting);
  if (source.text.length > largest) {
    const message = `The file has more than ${largest} characters and was not read`;
    return said([{ at: { path: source.path, line: 1, column: 1 }, code: 'too-large', message, hides }]);
  }
  const { module, fault } = parseModule(source);
  const problems: Problem[] = [];
  if (fault !== undefined) {
    const saved = module === undefined ? 'nothing in it could be read' : 'only the rest of the file was read';
    const before = source.text.slice(0, fault.offset);
    const line = before.split(/\r\n?|\n/).length;
    const column = fault.offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
    const at = { path: source.path, line, column };
    problems.push({ at, code: 'syntax', message: `${fault.message}; ${saved}`, hides });
  }
  if (module === undefined) return said(problems);
  const all = wanting.map((reader) => reader.read(module));
  return {
    nodes: all.flatMap((facts) => facts.nodes ?? []),
    edges: all.flatMap((facts) => facts.edges ?? []),
    mentions: all.flatMap((facts) => facts.mentions ?? []),
    parts: all.flatMap((facts) => facts.parts ?? []),
    problems: [...problems, ...all.flatMap((facts) => facts.problems ?? [])],
  };
}

/** What a machine packed together is no source: its lines are longer than anyone writes. */
function isBundle(text: string): boolean {
  if (text.length < 20_000) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > 300;
}

function kindsOf(readers: readonly ModuleReader[]): NodeKind[] {
  return [...new Set(readers.flatMap((reader) => reader.kinds))].sort();
}
