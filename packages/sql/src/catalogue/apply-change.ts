import type { SchemaChange } from '../changes/schema-change.ts';
import { applyColumnChange } from './apply-column-change.ts';
import { applyConstraintChange } from './apply-constraint-change.ts';
import { applyTableChange } from './apply-table-change.ts';
import { applyTypeChange } from './apply-type-change.ts';
import type { Catalogue } from './catalogue.ts';
import { done } from './outcome.ts';

/**
 * Applies one change to a catalogue. What it needs and does not find comes back as words (`table users`); nothing else
 * happens then. A conditional change (`IF EXISTS`, `IF NOT EXISTS`) misses nothing.
 */
export function applyChange(catalogue: Catalogue, change: SchemaChange): string | undefined {
  if (change.kind === 'search-path') {
    catalogue.schema = change.schema === 'public' || change.schema.startsWith('$') ? '' : change.schema;
    return undefined;
  }
  const missing =
    applyTableChange(catalogue, change) ??
    applyColumnChange(catalogue, change) ??
    applyConstraintChange(catalogue, change) ??
    applyTypeChange(catalogue, change);
  return change.conditional || missing === done ? undefined : missing;
}
