import type { Source } from '@iama/model';
import type { ParseResult, ParserOptions } from 'oxc-parser';
import { parseSync } from 'oxc-parser';
import type { ParsedModule } from './parsed-module.ts';
import { openModule } from './parsed-module.ts';
import { repairSyntax } from './repair-syntax.ts';

/** The first thing that keeps a file from being parsed. */
export interface SyntaxFault {
  readonly message: string;
  readonly offset: number;
}

export interface ParseOutcome {
  /** Absent: nothing could be saved. */
  readonly module?: ParsedModule;
  /** Absent: the file has no syntax error. */
  readonly fault?: SyntaxFault;
}

/**
 * Parses one file. A file with syntax errors is repaired as far as possible, so that one broken statement
 * does not hide the rest; the fault then says so. Never throws.
 *
 * @implements IAMA-CODE-005
 */
export function parseModule(source: Source): ParseOutcome {
  const first = parse(source.path, source.text);
  if (isWhole(first)) return { module: open(source, source.text, first, false) };
  const error = first.errors[0];
  const fault = { message: error?.message ?? 'unreadable', offset: error?.labels[0]?.start ?? 0 };
  const text = repairSyntax(source.text, (candidate) => faultOffset(parse(source.path, candidate)));
  return text === undefined ? { fault } : { module: open(source, text, parse(source.path, text), true), fault };
}

function open(source: Source, text: string, result: ParseResult, repaired: boolean): ParsedModule {
  return openModule({ path: source.path, text, repaired }, result.program, result.comments);
}

/** The parser answers an empty program when it gave up; mere objections (a repeated name) leave the program whole. */
function isWhole(result: ParseResult): boolean {
  return result.errors.length === 0 || result.program.body.length > 0;
}

function faultOffset(result: ParseResult): number | undefined {
  return isWhole(result) ? undefined : (result.errors[0]?.labels[0]?.start ?? 0);
}

function parse(path: string, text: string): ParseResult {
  const options: ParserOptions = { preserveParens: false };
  if (/\.[cm]?tsx?$/.test(path)) {
    return parseSync(path, text, { ...options, lang: path.endsWith('x') ? 'tsx' : 'ts', sourceType: 'module' });
  }
  // JavaScript may hold JSX whatever its name, and some teams keep types in it.
  const result = parseSync(path, text, { ...options, lang: 'jsx', sourceType: 'module', astType: 'ts' });
  if (isWhole(result)) return result;
  const script = parseSync(path, text, { ...options, lang: 'jsx', sourceType: 'commonjs', astType: 'ts' });
  if (isWhole(script)) return script;
  const typed = parseSync(path, text, { ...options, lang: 'tsx', sourceType: 'module' });
  return isWhole(typed) ? typed : result;
}
