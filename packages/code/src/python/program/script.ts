import type { ClassDefinition, Expression, FunctionDefinition, Statement } from '../syntax/ast.ts';

/**
 * One file as it is kept until all files are known: its statements, without what can decide neither a route nor a constant.
 * `from` and `to` of every node are spots: line and column in one number.
 */
export interface PythonScript {
  readonly path: string;
  readonly body: readonly Statement[];
}

const columns = 1024;

/** Line and column as one number. */
export function spotOf(line: number, column: number): number {
  return line * columns + Math.min(column, columns - 1);
}

export function placeOfSpot(path: string, spot: number): { path: string; line: number; column: number } {
  return { path, line: Math.floor(spot / columns), column: Math.max(1, spot % columns) };
}

export type { ClassDefinition, Expression, FunctionDefinition, Statement };
