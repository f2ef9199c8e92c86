import type { Place } from '@iama/model';
import type { Expression } from '../typescript/script/script.ts';

/** A code a file may send or throw, before constants and classes of other files are known. */
export type Emission = FieldEmission | MadeEmission | ConstantEmission;

interface Anywhere {
  readonly status?: Expression;
}

/** `{ error_code: 'X' }` that is sent, thrown or returned. */
export interface FieldEmission extends Anywhere {
  readonly form: 'field';
  readonly key: string;
  readonly value: Expression;
  /** The text must look like a code, because the name of the field says little. */
  readonly strict: boolean;
  readonly meaning?: string;
}

/** `new ApiError(404, 'X')`, `sendError(reply, 'X')`. */
export interface MadeEmission extends Anywhere {
  readonly form: 'made';
  readonly name: string;
  readonly callee: Expression;
  readonly args: readonly { readonly value: Expression; readonly at: Place }[];
  readonly isNew: boolean;
}

/** `throw ERRORS.X`, `send(ERRORS.X)`. */
export interface ConstantEmission extends Anywhere {
  readonly form: 'constant';
  readonly value: Expression;
}

/** A reply whose body stands literally in the code. */
export interface SentBody {
  readonly status?: Expression;
  readonly fields: readonly string[];
  readonly open: boolean;
  readonly code?: Expression;
  readonly codeKey?: string;
}

/** Fields that say by their name that they hold a code. */
export const codeKeys = /^(error_?code|err_?code|denial_?(reason|code)|reason_?code|failure_?(code|reason))$/i;
/** Fields that hold a code where an error is answered. */
export const looseKeys = /^(code|error|type|reason|errorType|error_type)$/;
