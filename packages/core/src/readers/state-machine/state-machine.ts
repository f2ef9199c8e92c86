import type { NodeFact } from '@iama/model';
import type { Document, Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { linesWith } from '../../document/lines-with.ts';
import { arrowBlocks, inlineArrows } from './arrows.ts';
import { codeStates } from './code-states.ts';
import { diagrams } from './diagrams.ts';
import { mergeMachines } from './merge-machines.ts';
import { selectedTargets } from './selected-targets.ts';
import { sentences } from './sentences.ts';
import { stateLists } from './state-list.ts';
import type { MachineStatement } from './state-statement.ts';
import { tables } from './tables.ts';

/** Nothing below can be found in a text without one of these. */
const look =
  /stat(?:e|us)|life ?-?cycle|transition|→|->|=>|▶|⇒|estad|zust|état|状态|狀態|状態|ステータス|终态|流转|상태|состоян|статус|holat/i;

/**
 * States and transitions of the machines a document describes.
 *
 * @implements IAMA-READ-006
 */
export const stateMachine: DocumentReader = {
  name: 'state-machine',
  read(document) {
    if (!look.test(document.text)) return {};
    const machines = mergeMachines(readStatements(document), document);
    const nodes: NodeFact[] = [];
    const spans: Span[] = [];
    for (const machine of machines) {
      for (const state of machine.states) {
        nodes.push({
          kind: 'state',
          id: state.name,
          side: 'specified',
          at: placeOf(document, state.line, state.column, state.section.heading),
          attributes: {
            machine: machine.name,
            ...(state.initial ? { initial: true } : {}),
            ...(state.terminal ? { terminal: true } : {}),
            ...(state.note === undefined ? {} : { note: state.note.slice(0, 300) }),
            ...(state.version === undefined ? {} : { version: state.version }),
            form: state.form,
          },
        });
        spans.push({ node: { kind: 'state', id: state.name }, line: state.line, lastLine: state.lastLine });
      }
      for (const step of machine.transitions) {
        const id = `${step.from} -> ${step.to}`;
        nodes.push({
          kind: 'transition',
          id,
          side: 'specified',
          at: placeOf(document, step.line, step.column, step.section.heading),
          attributes: {
            machine: machine.name,
            from: step.from,
            to: step.to,
            ...(step.trigger === undefined ? {} : { trigger: step.trigger.slice(0, 300) }),
            ...(step.version === undefined ? {} : { version: step.version }),
            form: step.form,
          },
        });
        spans.push({ node: { kind: 'transition', id }, line: step.line, lastLine: step.lastLine });
      }
    }
    nodes.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
    spans.sort((a, b) => a.line - b.line);
    return { nodes, spans };
  },
};

const arrowMarks = /[→⟶⇒⟹➔➜➝➡▶►↔⇄⟷⇔▼▲◄◀]|-->|->|=>|[─━—]>|^\s*\|\s*$|[↓]|\$rightarrow|&rarr;/gm;

function readStatements(document: Document): MachineStatement[] {
  const plain = [...diagrams(document), ...stateLists(document), ...tables(document), ...codeStates(document)];
  const known = namesOf(plain);
  const lines = linesWith(document, arrowMarks);
  const arrows = arrowBlocks(document, known, lines);
  for (const name of namesOf(arrows)) known.add(name);
  const taken = new Set([...plain, ...arrows].flatMap((said) => said.transitions.map((step) => step.line)));
  const inline = inlineArrows(document, known, taken, lines);
  for (const name of namesOf(inline)) known.add(name);
  return [...plain, ...arrows, ...inline, ...selectedTargets(document, known), ...sentences(document, known)];
}

function namesOf(statements: readonly MachineStatement[]): Set<string> {
  const names = new Set<string>();
  for (const said of statements) {
    for (const state of said.states) names.add(state.name);
    for (const step of said.transitions) names.add(step.from).add(step.to);
  }
  names.delete('*');
  return names;
}

function placeOf(document: Document, line: number, column: number, heading: string): NodeFact['at'] {
  return { path: document.path, line, column, ...(heading === '' ? {} : { section: heading }) };
}
