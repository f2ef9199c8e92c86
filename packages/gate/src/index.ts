export type { About, Elsewhere, Example, Found, Gate, GateSpec, Messages, RawFinding, Unjudged } from './gate.ts';
export { defineGate } from './gate.ts';
export type { JudgeOptions } from './judge.ts';
export { judge } from './judge.ts';
export { narrowView } from './narrow-view.ts';
export type { GateOptions, GateRun } from './run-gates.ts';
export { gatePage, runGates } from './run-gates.ts';
export type { Cell, Column, Row, View } from './view.ts';
export { defineView } from './view.ts';
