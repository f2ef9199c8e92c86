import { defineView } from '@iama/gate';
import type { NodeFact } from '@iama/model';
import { schemaOf } from '../schema.ts';

/** Columns as specified beside columns after all migrations. */
export const schema = defineView({
  id: 'conformance/schema',
  title: 'Schema',
  reads: ['table', 'column', 'document'],
  columns: [
    { key: 'column', title: 'Column' },
    { key: 'state', title: 'Standing' },
    { key: 'document', title: 'Schema document' },
    { key: 'migrations', title: 'After migrations' },
    { key: 'place', title: 'Place' },
  ],
  *rows(graph) {
    const { specifiedColumns, observedColumns } = schemaOf(graph);
    for (const key of [...new Set([...specifiedColumns.keys(), ...observedColumns.keys()])].sort()) {
      const specified = specifiedColumns.get(key);
      const observed = observedColumns.get(key);
      const shown = observed ?? specified;
      if (!shown) continue;
      yield {
        column: { text: shown.id, at: shown.at },
        state: { text: specified && observed ? 'both' : specified ? 'document only' : 'code only' },
        document: { text: described(specified) },
        migrations: { text: described(observed) },
        place: [specified, observed].flatMap((node) =>
          node ? [{ text: `${node.at.path}:${node.at.line}`, at: node.at }] : [],
        ),
      };
    }
  },
});

function described(column: NodeFact<'column'> | undefined): string {
  if (!column) return '';
  const { type, nullable, default: fallback, values } = column.attributes;
  const words = [
    type ?? '',
    nullable === false ? 'NOT NULL' : '',
    fallback === undefined ? '' : `DEFAULT ${fallback}`,
    values ? `(${values.join(', ')})` : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}
