import { nodeModules, pythonModules } from './platform-modules.ts';
import { normal } from './python-manifests.ts';

/** One import statement: the package as far as the statement alone says, and where it stands. */
export interface Import {
  readonly name: string;
  readonly at: number;
}

interface Form {
  readonly ecosystem: string;
  read(text: string): Import[];
}

const script =
  /^[ \t]*(?:import|export)\b[^'"`;()=]*?\bfrom\s*['"]([^'"\n]+)['"]|^[ \t]*import\s*['"]([^'"\n]+)['"]|\b(?:require|import)\s*\(\s*['"]([^'"\n]+)['"]\s*\)/gm;
const python = /^[ \t]*(?:from[ \t]+([A-Za-z_]\w*)[\w.]*[ \t]+import\b|import[ \t]+([A-Za-z_][\w., \t]*))/gm;
const go =
  /^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?"([\w.-]+\.[a-z]+\/[^"\n]+|[\w.-]+\.(?:com|org|io|in|dev|net)[^"\n]*)"[ \t]*(?:\/\/.*)?\r?$/gm;
const java = /^[ \t]*import[ \t]+(?:static[ \t]+)?([a-z][\w]*(?:\.[a-z_]\w*)+)\.[\w*.]+/gm;
const rust = /^[ \t]*(?:pub(?:\([^)]*\))?[ \t]+)?(?:use|extern[ \t]+crate)[ \t]+(?:::)?([a-z]\w*)/gm;

const forms: Readonly<Record<string, Form>> = {
  typescript: { ecosystem: 'npm', read: (text) => scriptImports(text) },
  javascript: { ecosystem: 'npm', read: (text) => scriptImports(text) },
  vue: { ecosystem: 'npm', read: (text) => scriptImports(text) },
  svelte: { ecosystem: 'npm', read: (text) => scriptImports(text) },
  python: { ecosystem: 'pypi', read: (text) => pythonImports(text) },
  go: { ecosystem: 'go', read: (text) => named(text, go, (name) => name) },
  java: { ecosystem: 'maven', read: (text) => named(text, java, javaPackage) },
  kotlin: { ecosystem: 'maven', read: (text) => named(text, java, javaPackage) },
  scala: { ecosystem: 'maven', read: (text) => named(text, java, javaPackage) },
  groovy: { ecosystem: 'maven', read: (text) => named(text, java, javaPackage) },
  rust: {
    ecosystem: 'cargo',
    read: (text) =>
      named(text, rust, (name) =>
        /^(?:std|core|alloc|crate|self|super|proc_macro)$/.test(name) ? '' : name.replace(/_/g, '-'),
      ),
  },
};

/** The packages a file imports, each at its first statement; undefined for languages whose imports are not read. */
export function readImports(language: string, text: string): { ecosystem: string; imports: Import[] } | undefined {
  const form = forms[language];
  if (form === undefined) return undefined;
  const seen = new Set<string>();
  const imports = form.read(text).filter(({ name }) => name !== '' && !seen.has(name) && seen.add(name));
  return { ecosystem: form.ecosystem, imports };
}

function scriptImports(text: string): Import[] {
  const found: Import[] = [];
  for (const one of text.matchAll(script)) {
    const written = one[1] ?? one[2] ?? one[3] ?? '';
    const name = /^(?:npm:|jsr:)?(@[\w.-]+\/[\w.-]+|[A-Za-z][\w.-]*)(?:[/@]|$)/.exec(written)?.[1];
    if (name === undefined || nodeModules.has(name) || isCommented(text, one.index, '//')) continue;
    found.push({ name, at: one.index + one[0].search(/\S/) });
  }
  return found;
}

function pythonImports(text: string): Import[] {
  const found: Import[] = [];
  for (const one of text.matchAll(python)) {
    const names = one[1] === undefined ? (one[2] ?? '').split(',') : [one[1]];
    for (const written of names) {
      const name = /^\s*([A-Za-z_]\w*)/.exec(written)?.[1];
      if (name === undefined || name === '__future__' || pythonModules.has(name)) continue;
      found.push({ name: normal(name), at: one.index + one[0].search(/\S/) });
    }
  }
  return found;
}

function named(text: string, pattern: RegExp, nameOf: (written: string) => string): Import[] {
  return [...text.matchAll(pattern)].map((one) => ({
    name: nameOf(one[1] ?? ''),
    at: one.index + one[0].search(/\S/),
  }));
}

function javaPackage(written: string): string {
  return /^(?:java|javax|kotlin|scala|groovy|jdk|sun)\./.test(`${written}.`) ? '' : written;
}

function isCommented(text: string, at: number, mark: string): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).includes(mark);
}
