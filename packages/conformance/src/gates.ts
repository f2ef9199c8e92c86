import type { Gate } from '@iama/gate';
import { clientCallNotInContract } from './gates/client-call-not-in-contract.ts';
import { columnDiffers } from './gates/column-differs.ts';
import { columnNotInSchema } from './gates/column-not-in-schema.ts';
import { columnNotMigrated } from './gates/column-not-migrated.ts';
import { endpointNotImplemented } from './gates/endpoint-not-implemented.ts';
import { endpointNotInContract } from './gates/endpoint-not-in-contract.ts';
import { errorCodeNeverEmitted } from './gates/error-code-never-emitted.ts';
import { errorCodeNotInContract } from './gates/error-code-not-in-contract.ts';
import { errorShapeDiffers } from './gates/error-shape-differs.ts';
import { errorStatusDiffers } from './gates/error-status-differs.ts';
import { forbiddenTechnology } from './gates/forbidden-technology.ts';
import { guardMissing } from './gates/guard-missing.ts';
import { mandatedTechnologyMissing } from './gates/mandated-technology-missing.ts';
import { migrationNotForwardOnly } from './gates/migration-not-forward-only.ts';
import { migrationUnsafe } from './gates/migration-unsafe.ts';
import { sqlUsesUndefinedColumn } from './gates/sql-uses-undefined-column.ts';
import { sqlUsesUndefinedTable } from './gates/sql-uses-undefined-table.ts';
import { stateNeverReached } from './gates/state-never-reached.ts';
import { stateNotInStateMachine } from './gates/state-not-in-state-machine.ts';
import { stateWrittenOutsideOwner } from './gates/state-written-outside-owner.ts';
import { tableNotInSchema } from './gates/table-not-in-schema.ts';
import { tableNotMigrated } from './gates/table-not-migrated.ts';
import { transitionNotInStateMachine } from './gates/transition-not-in-state-machine.ts';

/**
 * Every gate that holds code against contract, schema, state machine and decisions (§7.2, §7.3, §10.2).
 *
 * @implements IAMA-CONF-001
 */
export const gates: readonly Gate[] = [
  clientCallNotInContract,
  columnDiffers,
  columnNotInSchema,
  columnNotMigrated,
  endpointNotImplemented,
  endpointNotInContract,
  errorCodeNeverEmitted,
  errorCodeNotInContract,
  errorShapeDiffers,
  errorStatusDiffers,
  forbiddenTechnology,
  guardMissing,
  mandatedTechnologyMissing,
  migrationNotForwardOnly,
  migrationUnsafe,
  sqlUsesUndefinedColumn,
  sqlUsesUndefinedTable,
  stateNeverReached,
  stateNotInStateMachine,
  stateWrittenOutsideOwner,
  tableNotInSchema,
  tableNotMigrated,
  transitionNotInStateMachine,
];
