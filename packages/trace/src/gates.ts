import type { Gate } from '@iama/gate';
import { endpointWithoutRequirement } from './gates/endpoint-without-requirement.ts';
import { implementationWithoutRequirement } from './gates/implementation-without-requirement.ts';
import { referenceToUnknownRequirement } from './gates/reference-to-unknown-requirement.ts';
import { requirementDefinedTwice } from './gates/requirement-defined-twice.ts';
import { requirementIdMalformed } from './gates/requirement-id-malformed.ts';
import { requirementWithoutAcceptance } from './gates/requirement-without-acceptance.ts';
import { requirementWithoutImplementation } from './gates/requirement-without-implementation.ts';
import { requirementWithoutPriority } from './gates/requirement-without-priority.ts';
import { requirementWithoutTest } from './gates/requirement-without-test.ts';
import { tableWithoutRequirement } from './gates/table-without-requirement.ts';

/**
 * Every gate of the trace matrix (§6.2).
 *
 * @implements IAMA-TRACE-002
 */
export const gates: readonly Gate[] = [
  endpointWithoutRequirement,
  implementationWithoutRequirement,
  referenceToUnknownRequirement,
  requirementDefinedTwice,
  requirementIdMalformed,
  requirementWithoutAcceptance,
  requirementWithoutImplementation,
  requirementWithoutPriority,
  requirementWithoutTest,
  tableWithoutRequirement,
];
