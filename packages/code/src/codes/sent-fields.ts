import type { Part } from '@iama/model';
import type { Node } from 'oxc-parser';
import { foldText } from '../typescript/fold-text.ts';
import { lowerConstant, possibleNodes } from '../typescript/lower-constant.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { Expression } from '../typescript/script/script.ts';
import type { Emission } from './emission.ts';
import { codeKeys, looseKeys } from './emission.ts';
import { errorMaker } from './made-errors.ts';
import type { Context } from './send-context.ts';
import { contextOf } from './send-context.ts';
import { statusNear } from './status-near.ts';

type ObjectNode = NodeOf<'ObjectExpression'>;

const telling =
  /^(message|msg|detail|details|error|errors|title|statusCode|status_code|httpStatus|http_status|request_id|requestId|cause)$/;

/** The codes in objects that are sent, thrown or returned as errors. */
export function sentFields(module: ParsedModule): Part[] {
  return module.nodesOf('ObjectExpression').flatMap((object) => {
    const fields = fieldsOf(object);
    const candidates = [...fields].filter(([key]) => codeKeys.test(key) || looseKeys.test(key));
    if (candidates.length === 0) return [];
    const context = contextOf(module, object);
    if (context === undefined) return [];
    const status =
      statusIn(module, fields) ??
      (context.is === 'sent' || context.is === 'returned' ? statusNear(module, context.by) : undefined);
    const nested = parentKey(object);
    return candidates.flatMap(([key, value]) => {
      const strictness = judge(module, key, context, fields, status, nested);
      if (strictness === undefined) return [];
      return possibleNodes(module, value).map((node): Part => {
        const meaning = meaningOf(module, fields);
        const data: Emission = {
          form: 'field',
          key,
          value: lowerConstant(module, node),
          strict: strictness === 'strict',
          ...(status === undefined ? {} : { status }),
          ...(meaning === undefined ? {} : { meaning }),
        };
        return { kind: 'emission', at: module.placeAt(node.start), data };
      });
    });
  });
}

/** Whether a field holds a code: by its name, or because everything around says error. Undefined: it does not. */
function judge(
  module: ParsedModule,
  key: string,
  context: Context,
  fields: ReadonlyMap<string, Node>,
  status: Expression | undefined,
  nested: string | undefined,
): 'named' | 'strict' | undefined {
  const made = context.is === 'given' ? errorMaker(module, context.by) : undefined;
  if (context.is === 'given' && made === undefined) return undefined;
  if (codeKeys.test(key)) return 'named';
  const number =
    typeof status === 'object' && status.op === 'value' && typeof status.value === 'number' ? status.value : undefined;
  if (number !== undefined && number < 400) return undefined;
  const said = [...fields.keys()].some((name) => name !== key && telling.test(name));
  const answered = context.is === 'thrown' || made !== undefined || number !== undefined;
  const within = nested !== undefined && /^errors?$/i.test(nested);
  if (key === 'code') return answered || said || within ? (context.is === 'kept' ? 'strict' : 'named') : undefined;
  return answered || (within && said) || (key === 'error' && context.is === 'sent') ? 'strict' : undefined;
}

export function fieldsOf(object: ObjectNode): Map<string, Node> {
  const fields = new Map<string, Node>();
  for (const property of object.properties) {
    if (property.type !== 'Property') continue;
    const name = propertyName(property);
    if (name !== undefined) fields.set(name, property.value);
  }
  return fields;
}

function statusIn(module: ParsedModule, fields: ReadonlyMap<string, Node>): Expression | undefined {
  for (const key of ['statusCode', 'status_code', 'httpStatus', 'http_status', 'status']) {
    const value = fields.get(key);
    const lowered = value && lowerConstant(module, value);
    if (lowered !== undefined && typeof lowered === 'object' && lowered.op !== 'other') return lowered;
  }
  return undefined;
}

function parentKey(object: ObjectNode): string | undefined {
  const { parent } = object;
  return parent?.type === 'Property' ? propertyName(parent) : undefined;
}

function meaningOf(module: ParsedModule, fields: ReadonlyMap<string, Node>): string | undefined {
  const message = fields.get('message') ?? fields.get('msg') ?? fields.get('detail');
  return message && foldText(module, message);
}
