import type { Node } from 'oxc-parser';
import { bindingOf } from '../../typescript/binding.ts';
import type { ModuleReader } from '../../typescript/module-reader.ts';
import type { ParsedModule } from '../../typescript/parsed-module.ts';
import { handledMethods } from './handled-methods.ts';
import { pageRoute } from './page-path.ts';
import type { Answer, RouteFile } from './route-file.ts';
import { httpMethods } from './route-file.ts';

/** Reads files that are routes by convention: `app/…/route.ts` and `pages/api/…` of Next.js, and what handles for them. */
export const routeFileReader: ModuleReader = {
  name: 'route-file',
  kinds: ['endpoint'],
  wants: (text, path) =>
    /\bexport\b|module\.exports/.test(text) &&
    (pageRoute(path) !== undefined || /\bNextApi(Request|Handler)\b/.test(text)),
  read(module) {
    const kind = pageRoute(module.path)?.kind;
    const passes = module.program.body.some(
      (node) =>
        node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null),
    );
    const from = kind === 'app' ? undefined : defaultSource(module);
    const data: RouteFile = {
      path: module.path,
      answers: kind === 'app' ? exportedMethods(module) : handlerMethods(module),
      ...(from === undefined ? {} : { defaultFrom: from }),
      passes,
    };
    if (data.answers.length === 0 && !passes && from === undefined) return {};
    return { parts: [{ kind: 'route-file', at: { path: module.path, line: 1, column: 1 }, data }] };
  },
};

/** `export async function GET()`, `export const { GET, POST } = handlers`, `export { handler as GET }`. */
function exportedMethods(module: ParsedModule): Answer[] {
  const found: Answer[] = [];
  const add = (name: string, node: Node, body: Node): void => {
    if (httpMethods.test(name)) found.push(answer(module, name, node, body));
  };
  for (const { declaration, specifiers, source } of module.nodesOf('ExportNamedDeclaration')) {
    if (declaration?.type === 'FunctionDeclaration' && declaration.id)
      add(declaration.id.name, declaration, declaration);
    if (declaration?.type === 'VariableDeclaration')
      for (const one of declaration.declarations) {
        const { id } = one;
        if (id.type === 'Identifier') add(id.name, one, one);
        if (id.type !== 'ObjectPattern') continue;
        for (const property of id.properties)
          if (property.type === 'Property' && property.value.type === 'Identifier')
            add(property.value.name, property, one);
      }
    if (source === null)
      for (const one of specifiers) if (one.exported.type === 'Identifier') add(one.exported.name, one, module.program);
  }
  return found;
}

/** A handler of `pages/api` answers the methods it asks for; one that asks for none answers all. */
function handlerMethods(module: ParsedModule): Answer[] {
  const exported = module.nodesOf('ExportDefaultDeclaration')[0] ?? commonJsExport(module);
  if (exported === undefined) return [];
  const names = handledMethods(module);
  return (names.length === 0 ? ['ALL'] : names).map((name) => answer(module, name, exported, module.program));
}

/** Where the default export comes from, when it is only passed on. */
function defaultSource(module: ParsedModule): string | undefined {
  for (const { specifiers, source } of module.nodesOf('ExportNamedDeclaration')) {
    const passed = specifiers.some(({ exported }) => exported.type === 'Identifier' && exported.name === 'default');
    if (source !== null && passed) return source.value;
  }
  const exported = module.nodesOf('ExportDefaultDeclaration')[0]?.declaration;
  if (exported?.type !== 'Identifier') return undefined;
  const declaration = bindingOf(module, exported.name, exported)?.declaration;
  return declaration?.parent?.type === 'ImportDeclaration' ? declaration.parent.source.value : undefined;
}

function commonJsExport(module: ParsedModule): Node | undefined {
  return module
    .nodesOf('AssignmentExpression')
    .find(({ left }) => module.text.slice(left.start, left.end) === 'module.exports');
}

const checks =
  /^(\w*(auth|session|currentuser|permission|guard|token|login|access|protect|signedin)\w*|can[A-Z]\w*|require[A-Z]\w*|verify[A-Z]\w*|unauthorized|forbidden)$/i;
const mostChecks = 4;

function answer(module: ParsedModule, method: string, node: Node, body: Node): Answer {
  const chain: string[] = [];
  for (const { callee, start, end } of module.nodesOf('CallExpression')) {
    if (start < body.start || end > body.end || chain.length >= mostChecks) continue;
    const words = module.text.slice(callee.start, Math.min(callee.end, callee.start + 80));
    const name = callee.type === 'Identifier' || callee.type === 'MemberExpression' ? words : '';
    if (checks.test(name.split('.').at(-1) ?? '') && !chain.includes(name)) chain.push(name);
  }
  const lastLine = module.lineAt(Math.max(body.start, body.end - 1));
  return { method, at: module.placeAt(node.start), lastLine, chain };
}
