import { defineGate } from '@iama/gate';
import type { NodeAttributes } from '@iama/model';
import { schemaOf } from '../schema.ts';

type Column = NodeAttributes['column'];

export const columnDiffers = defineGate({
  id: 'conformance/column-differs',
  title: 'A column is what the schema document says it is',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2',
  rationale:
    'A column that may be null, holds another type, or allows another value than the document says breaks whoever believed the document. Types and defaults are compared in normal form, so that `INT` is `INTEGER`. What the document leaves open is not compared.',
  hint: 'Add a migration that brings the column in line, or correct the schema document',
  reads: ['table', 'column', 'document'],
  messages: {
    type: ({ id, specified, observed }: Said) =>
      `Column \`${id}\` is \`${specified}\` in the schema document and \`${observed}\` after the migrations`,
    nullable: ({ id, specified, observed }: Said) =>
      `Column \`${id}\` ${specified} in the schema document and ${observed} after the migrations`,
    default: ({ id, specified, observed }: Said) =>
      `Column \`${id}\` has default ${specified} in the schema document and ${observed} after the migrations`,
    values: ({ id, specified, observed }: Said) =>
      `Column \`${id}\` allows ${specified} in the schema document and ${observed} after the migrations`,
  },
  examples: [
    {
      name: 'type, nullability, default and values',
      files: {
        'docs/db-schema.md':
          "# Database Schema\n\n```sql\nCREATE TABLE jobs (\n  id UUID PRIMARY KEY,\n  size INTEGER NOT NULL,\n  name TEXT NOT NULL,\n  tries INTEGER NOT NULL DEFAULT 0,\n  status TEXT NOT NULL CHECK (status IN ('NEW', 'DONE'))\n);\n```\n",
        'migrations/0001_init.sql':
          "CREATE TABLE jobs (\n  id UUID PRIMARY KEY,\n  size BIGINT NOT NULL,\n  name TEXT,\n  tries INTEGER NOT NULL DEFAULT 3,\n  status TEXT NOT NULL CHECK (status IN ('NEW', 'DONE', 'LOST'))\n);\n",
      },
      expect: [
        'migrations/0001_init.sql:3 type',
        'migrations/0001_init.sql:4 nullable',
        'migrations/0001_init.sql:5 default',
        'migrations/0001_init.sql:6 values',
      ],
    },
    {
      name: 'the same in other words',
      files: {
        'docs/db-schema.md':
          "# Database Schema\n\n```sql\nCREATE TABLE jobs (\n  id UUID PRIMARY KEY,\n  size INT NOT NULL DEFAULT 0,\n  at TIMESTAMPTZ NOT NULL DEFAULT now(),\n  status VARCHAR(10) NOT NULL CHECK (status IN ('NEW', 'DONE'))\n);\n```\n",
        'migrations/0001_init.sql':
          "CREATE TABLE jobs (\n  id uuid NOT NULL,\n  size integer DEFAULT '0'::integer NOT NULL,\n  at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,\n  status character varying(10) NOT NULL,\n  PRIMARY KEY (id),\n  CHECK (status = ANY (ARRAY['DONE', 'NEW']))\n);\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const { due, specifiedColumns, observedColumns } = schemaOf(graph);
    for (const [key, specified] of specifiedColumns) {
      const observed = observedColumns.get(key);
      if (!observed || !due.has(specified.attributes.table.toLowerCase())) continue;
      for (const { code, ...said } of differences(specified.attributes, observed.attributes)) {
        const related = [{ note: 'specified', at: specified.at }];
        yield found[code]({ id: specified.id, ...said }, observed, { related, keys: [code] });
      }
    }
  },
});

interface Said {
  readonly id: string;
  readonly specified: string;
  readonly observed: string;
}

interface Difference {
  readonly code: 'type' | 'nullable' | 'default' | 'values';
  readonly specified: string;
  readonly observed: string;
}

function* differences(specified: Column, observed: Column): Generator<Difference> {
  const types = [specified.normalType, observed.normalType];
  if (types[0] !== undefined && types[1] !== undefined && types[0] !== types[1]) {
    yield { code: 'type', specified: specified.type ?? types[0], observed: observed.type ?? types[1] };
  }
  if (specified.nullable !== undefined && observed.nullable !== undefined && specified.nullable !== observed.nullable) {
    const words = (nullable: boolean) => (nullable ? 'may be null' : 'is NOT NULL');
    yield { code: 'nullable', specified: words(specified.nullable), observed: words(observed.nullable) };
  }
  const defaults = [specified.normalDefault ?? specified.default, observed.normalDefault ?? observed.default];
  if (specified.default !== undefined && defaults[0] !== defaults[1]) {
    const none = 'none';
    yield {
      code: 'default',
      specified: `\`${specified.default}\``,
      observed: observed.default === undefined ? none : `\`${observed.default}\``,
    };
  }
  if (specified.values && observed.values && !sameSet(specified.values, observed.values)) {
    yield { code: 'values', specified: list(specified.values), observed: list(observed.values) };
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}

function list(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
