import type { AlterTableCmd, AlterTableStmt, Node } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { tokenize } from '../text/tokens.ts';
import { typeText } from '../types/type-text.ts';
import { columnOf } from './check-values.ts';
import { readColumn } from './column.ts';
import { readConstraint } from './constraint.ts';
import { relationName } from './names.ts';
import type { SchemaChange } from './schema-change.ts';
import { expressionAfterKeyword } from './source-slices.ts';

/** The changes of one `ALTER TABLE`, one for every command in it. */
export function alterTable(node: AlterTableStmt, statement: Statement): SchemaChange[] {
  const table = relationName(node.relation);
  if (node.objtype === 'OBJECT_INDEX') return attachIndex(statement, table);
  if (node.objtype !== undefined && node.objtype !== 'OBJECT_TABLE')
    return [{ kind: 'other', statement: 'alter-view', at: statement.at, table }];
  const places = commandPlaces(statement);
  return (node.cmds ?? []).flatMap((command, index) => {
    if (!('AlterTableCmd' in command)) return [];
    const { start, end } = places[index] ?? statement;
    const change = alterCommand(command.AlterTableCmd, table, { ...statement, start, end });
    const conditional = node.missing_ok || command.AlterTableCmd.missing_ok;
    return [conditional ? { ...change, conditional } : change];
  });
}

function alterCommand(command: AlterTableCmd, table: string, statement: Statement): SchemaChange {
  const at = statement.source.place(statement.start);
  const column = command.name ?? '';
  const definition = command.def;
  switch (command.subtype) {
    case 'AT_AddColumn': {
      if (!definition || !('ColumnDef' in definition)) break;
      const said = readColumn(definition.ColumnDef, statement);
      return { kind: 'add-column', at, table, column: said.column, constraints: said.constraints };
    }
    case 'AT_DropColumn':
      return { kind: 'drop-column', at, table, column };
    case 'AT_AlterColumnType': {
      if (!definition || !('ColumnDef' in definition) || !definition.ColumnDef.typeName) break;
      const type = typeText(definition.ColumnDef.typeName, statement);
      return {
        kind: 'change-type',
        at,
        table,
        column,
        type,
        using: isConversion(definition.ColumnDef.raw_default, column),
      };
    }
    case 'AT_SetNotNull':
      return { kind: 'set-not-null', at, table, column };
    case 'AT_DropNotNull':
      return { kind: 'drop-not-null', at, table, column };
    case 'AT_ColumnDefault':
      if (!definition) return { kind: 'drop-default', at, table, column };
      return { kind: 'set-default', at, table, column, default: defaultText(statement) };
    case 'AT_DropExpression':
    case 'AT_DropIdentity':
      return { kind: 'drop-generated', at, table, column };
    case 'AT_AddIdentity':
      return { kind: 'set-generated', at, table, column };
    case 'AT_AddConstraint': {
      if (!definition || !('Constraint' in definition)) break;
      if (definition.Constraint.contype === 'CONSTR_NOTNULL') {
        const key = definition.Constraint.keys?.[0];
        return { kind: 'set-not-null', at, table, column: key && 'String' in key ? (key.String.sval ?? '') : '' };
      }
      const constraint = readConstraint(definition.Constraint, statement);
      if (constraint) return { kind: 'add-constraint', at, table, constraint };
      break;
    }
    case 'AT_DropConstraint':
      return { kind: 'drop-constraint', at, table, name: column };
    case 'AT_ValidateConstraint':
      return { kind: 'validate-constraint', at, table, name: column };
    case 'AT_AddInherit':
      if (definition && 'RangeVar' in definition)
        return { kind: 'inherit', at, table, parent: relationName(definition.RangeVar) };
      break;
    case 'AT_AttachPartition':
      if (definition && 'PartitionCmd' in definition)
        return { kind: 'attach-partition', at, table: relationName(definition.PartitionCmd.name), parent: table };
      break;
    case 'AT_ClusterOn':
    case 'AT_SetLogged':
    case 'AT_SetUnLogged':
    case 'AT_SetAccessMethod':
    case 'AT_SetTableSpace':
      return { kind: 'heavy', at, statement: 'rewrite-table', table };
    default:
      break;
  }
  return { kind: 'other', at, statement: 'alter-table', table };
}

/** Offsets of the commands of an ALTER TABLE: behind the table's name, cut at commas outside brackets. */
function commandPlaces(statement: Statement): { start: number; end: number }[] {
  const { text } = statement.source;
  const tokens = tokenize(text, statement.start, statement.end).filter((token) => token.kind !== 'comment');
  const first = tokens.findIndex(
    (token, index) =>
      index > 2 &&
      token.kind === 'word' &&
      /^(?:ADD|DROP|ALTER|RENAME|SET|RESET|VALIDATE|INHERIT|NO|OWNER|ENABLE|DISABLE|ATTACH|DETACH|CLUSTER|REPLICA|FORCE|OF|NOT)$/i.test(
        text.slice(token.start, token.end),
      ),
  );
  const places: { start: number; end: number }[] = [];
  let depth = 0;
  let start: number | undefined;
  let end = statement.start;
  for (const token of tokens.slice(Math.max(first, 0))) {
    const symbol = token.kind === 'symbol' ? text[token.start] : '';
    if (symbol === '(' || symbol === '[') depth += 1;
    if (symbol === ')' || symbol === ']') depth -= 1;
    if (symbol === ',' && depth === 0) {
      if (start !== undefined) places.push({ start, end });
      start = undefined;
    } else if (symbol !== ';') {
      start ??= token.start;
      end = token.end;
    }
  }
  if (start !== undefined) places.push({ start, end });
  return places;
}

function defaultText(statement: Statement): string {
  const { text } = statement.source;
  const keyword = tokenize(text, statement.start, statement.end).find(
    (token) => token.kind === 'word' && /^DEFAULT$/i.test(text.slice(token.start, token.end)),
  );
  return keyword ? expressionAfterKeyword(statement.source, keyword.start, statement.end) : '';
}

/** True when a USING expression is more than the column itself with a cast. */
function isConversion(expression: Node | undefined, column: string): boolean {
  return expression !== undefined && columnOf(expression) !== column;
}

/** `ALTER INDEX … ATTACH PARTITION` and the like change nothing a fact is kept of. */
function attachIndex(statement: Statement, table: string): SchemaChange[] {
  return [{ kind: 'other', statement: 'alter-index', at: statement.at, table }];
}
