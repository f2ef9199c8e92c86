import type { Gate } from '@iama/gate';
import { clientCallNotInContract } from './gates/client-call-not-in-contract.ts';
import { columnDiffers } from './gates/column-differs.ts';
import { columnNotInSchema } from './gates/column-not-in-schema.ts';
import { columnNotMigrated } from './gates/column-not-migrated.ts';
import { endpointNotImplemented } from './gates/endpoint-not-implemented.ts';
import { endpointNotInContract } from './gates/endpoint-not-in-contract.ts';
import { errorCodeNeverEmitted } from './gates/error-code-never-emitted.ts';
import { errorCodeNotInContract } from './gates/error-code-not-in-contract.ts';
import { errorStatusDiffers } from './gates/error-status-differs.ts';
import { stateNeverReached } from './gates/state-never-reached.ts';
import { stateNotInStateMachine } from './gates/state-not-in-state-machine.ts';
import { tableNotInSchema } from './gates/table-not-in-schema.ts';
import { tableNotMigrated } from './gates/table-not-migrated.ts';
import { transitionNotInStateMachine } from './gates/transition-not-in-state-machine.ts';

/** Every gate that holds code against contract, schema, state machine and decisions (§7.2, §7.3, §10.2). */
export const gates: readonly Gate[] = [
  clientCallNotInContract,
  columnDiffers,
  columnNotInSchema,
  columnNotMigrated,
  endpointNotImplemented,
  endpointNotInContract,
  errorCodeNeverEmitted,
  errorCodeNotInContract,
  errorStatusDiffers,
  stateNeverReached,
  stateNotInStateMachine,
  tableNotInSchema,
  tableNotMigrated,
  transitionNotInStateMachine,
];
