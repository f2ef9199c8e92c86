export type { Conflict, ConflictData } from './conflict-data.ts';
export { conflict } from './conflict-data.ts';
export type { Decision, RankedSide, Side } from './side.ts';
export { decide } from './side.ts';
