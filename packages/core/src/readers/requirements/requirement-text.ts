import type { FieldKey } from './field-words.ts';
import { plainText } from './plain-text.ts';
import type { Body, BodyField, Piece } from './read-body.ts';

const order: readonly FieldKey[] = ['requirement', 'description'];

/** The normative text: the field that says it, else the free text, else the story; single white space, no markup. */
export function requirementText(body: Body): string {
  for (const key of order) {
    const said = body.fields.filter((field) => field.key === key && field.pieces.length > 0);
    if (said.length > 0) return said.map((field) => joined(field.pieces)).join(' ');
  }
  const free = joined(body.free);
  if (free !== '') return free;
  const story = body.fields.find((field) => field.key === 'story' && field.pieces.length > 0);
  return story ? joined(story.pieces) : '';
}

/** Fields as said, by lower-case label; a label that stands twice keeps both values. */
export function fieldRecord(fields: readonly BodyField[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (const field of fields) {
    const value = joined(field.pieces);
    if (value === '' || field.label === '') continue;
    const label = plainText(field.label).replace(/[:：]\s*$/, '');
    if (label === '__proto__') continue;
    const before = record[label];
    record[label] = before === undefined ? value : `${before}\n${value}`;
  }
  return record;
}

function joined(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.plain)
    .filter((text) => text !== '')
    .join(' ');
}
