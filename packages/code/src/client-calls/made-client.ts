import type { Call } from '../typescript/evaluation/host.ts';
import type { ExternalValue, Value } from '../typescript/evaluation/value.ts';
import { text, unknown } from '../typescript/evaluation/value.ts';

/** A client made with a base address: `axios.create({ baseURL })` and its like. Undefined for any other call. */
export function clientOf(external: ExternalValue, call: Call): Value | undefined {
  if (!/^(axios|ky|got|ofetch|wretch)$/.test(external.from)) return undefined;
  if (!/^(create|extend|instance|default\.create)$/.test(external.way.join('.'))) return undefined;
  const [settings] = call.args;
  const said = ['baseURL', 'baseUrl', 'prefixUrl'].map((key) => settings && call.member(settings, key));
  const url = said.find((value) => value !== undefined);
  const fields = new Map<string, Value>([['#client', text(external.from)]]);
  if (url !== undefined) fields.set('#url', url.is === 'external' ? unknown(url.way.join('.')) : url);
  return { is: 'object', fields };
}
