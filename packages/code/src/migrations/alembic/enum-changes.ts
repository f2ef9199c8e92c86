import type { Place } from '@iama/model';
import type { SchemaChange } from '@iama/sql';
import type { ColumnType } from '../../sqlalchemy/column-type.ts';

/** The type an enumeration needs comes with the first table that has it; later ones leave it as it is. */
export function enumChanges(said: ColumnType, at: Place): SchemaChange[] {
  if (!said.enumeration) return [];
  return [{ kind: 'create-enum', at, conditional: true, name: said.enumeration.name, values: said.enumeration.values }];
}
