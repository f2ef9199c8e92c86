import type { Evaluation } from './evaluation.ts';
import { baseField, bindMethod, methodOf } from './instance.ts';
import type { Value } from './value.ts';

/** A property of a value; undefined when the value is known not to have it, or nothing is known of it. */
export function memberOf(evaluation: Evaluation, value: Value, key: string): Value | undefined {
  switch (value.is) {
    case 'object': {
      const field = value.fields.get(key);
      if (field !== undefined) return field;
      const method = methodOf(value, key);
      const base = method === undefined ? value.fields.get(baseField) : undefined;
      if (base !== undefined) return memberOf(evaluation, base, key);
      return method?.getter ? evaluation.invoke(method.value, []) : method?.value;
    }
    case 'list':
      return key === 'length' ? { is: 'plain', value: value.items.length } : value.items[Number(key)];
    case 'function':
      return value.fields.get(key) ?? (key === 'default' ? value : undefined);
    case 'class': {
      const field = value.fields.get(key);
      if (field !== undefined) return field;
      const method = value.code.methods.find((one) => one.key === key && one.static);
      if (method === undefined) return value.base && memberOf(evaluation, value.base, key);
      const bound = bindMethod(value, method.code, value);
      return method.getter ? evaluation.invoke(bound, []) : bound;
    }
    case 'module':
      return evaluation.modules.imported(value.path, key);
    case 'external':
      return key === 'default' ? value : { ...value, way: [...value.way, key] };
    case 'thing':
      return key === 'default' ? value : evaluation.host.memberOfThing(value, key);
    default:
      return undefined;
  }
}
