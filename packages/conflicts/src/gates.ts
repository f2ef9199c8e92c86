import type { Gate } from '@iama/gate';
import { limitDiffers } from './gates/limit-differs.ts';
import { tableCellDiffers } from './gates/table-cell-differs.ts';

/** Every gate of the Spec Conflict Log (§4). */
export const gates: readonly Gate[] = [limitDiffers, tableCellDiffers];
