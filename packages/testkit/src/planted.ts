import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gate } from '@iama/gate';
import { parse } from 'yaml';

/** One entry of PLANTED.yaml: what is wrong on purpose, or only looks wrong, and the line it stands on. */
export interface Planted {
  readonly gate: string;
  readonly path: string;
  readonly line: number;
  readonly why: string;
  /** The document that wins, or `unresolved`. */
  readonly decided?: string;
}

interface Entry extends Omit<Planted, 'line'> {
  readonly anchor: string;
}

/** What a broken product plants for some gates, and what beside it has to stay quiet. */
export function readPlanted(folder: string, gates: readonly Gate[]): { planted: Planted[]; quiet: Planted[] } {
  const { planted, quiet } = parse(readFileSync(join(folder, 'PLANTED.yaml'), 'utf8')) as Record<string, Entry[]>;
  const mine = new Set<string>(gates.map(({ id }) => id));
  const of = (entries: readonly Entry[] = []) =>
    entries.filter(({ gate }) => mine.has(gate)).map((entry) => ({ ...entry, line: lineOf(folder, entry) }));
  return { planted: of(planted), quiet: of(quiet) };
}

function lineOf(folder: string, { path, anchor }: Entry): number {
  const [before = '', ...after] = readFileSync(join(folder, path), 'utf8').split(anchor);
  if (after.length !== 1) throw new Error(`${path} has \`${anchor}\` ${after.length} times, not once`);
  return before.split('\n').length;
}
