import type { Node } from 'oxc-parser';
import { constantExpression } from '../typescript/constant-expression.ts';
import type { ModuleReader } from '../typescript/module-reader.ts';
import type { ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { ClientCall, UrlPiece } from './client-call.ts';
import type { RequestForm } from './request-forms.ts';
import { clientSettings, requestForm } from './request-forms.ts';
import { urlPieces } from './url-pieces.ts';

const sends =
  /\bfetch\b|[fF]etcher|\baxios\b|\bky\b|\bgot\b|[rR]equest\(|\.(get|post|put|patch|delete|GET|POST|PUT|PATCH|DELETE|open|ajax)\s*[(<]|\$(get|post|put|patch|delete)\(|EventSource|\buse(SWR|Query|Fetch)|\b(get|post|put|patch|del|delete)\w*\(\s*[`'"]\//;

/** Reads the requests a file sends: `fetch`, axios and their like, wrappers of them, generated clients. Tests send none. */
export const clientCallReader: ModuleReader = {
  name: 'client-call',
  kinds: ['client-call'],
  wants: (text) => sends.test(text),
  read(module) {
    const calls = module.nodesOf('CallExpression').flatMap((call) => {
      const form = requestForm(module, call);
      return form === undefined ? [] : partOf(module, call, form);
    });
    const streams = module.nodesOf('NewExpression').flatMap((node) => {
      const [url] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'EventSource' || !url) return [];
      return partOf(module, node, { client: 'EventSource', method: 'GET', url, sure: true });
    });
    return { parts: [...calls, ...streams] };
  },
};

function partOf(module: ParsedModule, node: Node, form: RequestForm) {
  const remote = remotePieces(form.url, form.client);
  const pieces = remote ?? urlPieces(module, form.url);
  if (!isAddress(pieces, form.sure)) return [];
  const sender = form.sender && constantExpression(module, form.sender);
  const base = form.sender && baseOf(module, form.sender);
  const data: ClientCall = {
    client: form.client.replace(/\s+/g, ' '),
    method: form.method,
    pieces,
    ...(form.perhaps ? { perhaps: true } : {}),
    ...(sender === undefined ? {} : { sender }),
    ...(base === undefined ? {} : { base }),
  };
  return [{ kind: 'client-call', at: module.placeAt(node.start), data }];
}

/** An address begins with a slash, a scheme, or something unknown that a slash follows. */
function isAddress(pieces: readonly UrlPiece[], sure: boolean): boolean {
  const filled = pieces.filter((piece) => piece !== '');
  const [first, second] = filled;
  if (typeof first === 'string') {
    if (/^(https?:)?\/\/|^\/(?!\/)/.test(first)) return !/\s/.test(first);
    return sure && /^[\w.~-]+(\/|$|\?)/.test(first);
  }
  // A constant of another file may be a whole address.
  if (first !== undefined && 'value' in first && second === undefined) return true;
  return first !== undefined && typeof second === 'string' && second.startsWith('/');
}

/** `client.api.users[':id']` gives `/api/users/:id`; undefined when it is no such chain. */
function remotePieces(url: Node, client: string): UrlPiece[] | undefined {
  if (!client.includes('.$') || url.type !== 'MemberExpression') return undefined;
  const names: string[] = [];
  for (let at: Node = url; at.type === 'MemberExpression'; at = at.object) {
    const name = propertyName({ key: at.property, computed: at.computed });
    if (name === undefined) return undefined;
    if (name !== 'index') names.unshift(name);
  }
  return [`/${names.join('/')}`];
}

function baseOf(module: ParsedModule, sender: Node): UrlPiece[] | undefined {
  const settings = clientSettings(module, sender);
  for (const property of settings?.properties ?? [])
    if (property.type === 'Property' && /^(baseURL|baseUrl|prefixUrl|prefix)$/.test(propertyName(property) ?? ''))
      return urlPieces(module, property.value);
  return undefined;
}
