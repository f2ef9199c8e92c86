import type { Gate } from '@iama/gate';
import { countDiffers } from './gates/count-differs.ts';
import { documentClaimDiffers } from './gates/document-claim-differs.ts';
import { limitDiffers } from './gates/limit-differs.ts';
import { linkBroken } from './gates/link-broken.ts';
import { listNumberingRepeated } from './gates/list-numbering-repeated.ts';
import { precedenceDiffers } from './gates/precedence-differs.ts';
import { sectionReferenceBroken } from './gates/section-reference-broken.ts';
import { tableCellDiffers } from './gates/table-cell-differs.ts';
import { translationDiffers } from './gates/translation-differs.ts';
import { versionScopeDiffers } from './gates/version-scope-differs.ts';

/** Every gate of the Spec Conflict Log (§4). */
// biome-ignore format: one a line, so that two branches can add one each
export const gates: readonly Gate[] = [
  countDiffers,
  documentClaimDiffers,
  limitDiffers,
  linkBroken,
  listNumberingRepeated,
  precedenceDiffers,
  sectionReferenceBroken,
  tableCellDiffers,
  translationDiffers,
  versionScopeDiffers,
];
