import { scanSpans } from '../lexing/scan-spans.ts';
import { yaml } from '../lexing/yaml-syntax.ts';
import type { Declared, ManifestReader } from './dependency.ts';

const composeName = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;
const deployment =
  /(?:^|\/)(?:k8s|kubernetes|helm|charts?|deploy(?:ments?)?|manifests|kustomize|argocd|infra(?:structure)?|ops)\/|(?:^|\/)\.gitlab-ci\.ya?ml$|(?:^|\/)\.github\/workflows\//;

/** Images that containers are made of: Compose files, Kubernetes manifests, Helm values, `FROM` of Dockerfiles. */
export const images: ManifestReader = {
  accepts: (path) =>
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?$|\.dockerfile$/i.test(path) ||
    composeName.test(path) ||
    (/\.ya?ml$/.test(path) && deployment.test(path)),
  read(text, path) {
    const declared = /\.ya?ml$/.test(path) ? yamlImages(text) : dockerImages(text);
    const development = /(?:^|\/)\.(?:github|gitlab-ci)|(?:^|[./-])(?:test|dev|ci|local|override)[./-]/.test(path);
    return {
      ecosystem: 'container',
      origin: 'image',
      declared: development ? declared.map((one) => ({ ...one, development })) : declared,
    };
  },
};

function yamlImages(text: string): Declared[] {
  if (!/\bimage\b|\brepository\b/.test(text)) return [];
  const comments = scanSpans(text, yaml).filter((span) => span.kind === 'comment');
  const declared: Declared[] = [];
  const line = /^[ \t-]*(?:image|repository)[ \t]*:[ \t]*["']?([^\s"'#]+)["']?[ \t]*(?:#.*)?\r?$/gm;
  for (const found of text.matchAll(line)) {
    if (comments.some((span) => span.start <= found.index && found.index < span.end)) continue;
    const at = found.index + found[0].indexOf(found[1] ?? '');
    if (isBuilt(text, found.index)) continue;
    const isRepository = /^[ \t-]*repository/.test(found[0]);
    const tag = isRepository
      ? /^[ \t]*tag[ \t]*:[ \t]*["']?([^\s"'#]+)/m.exec(text.slice(at, at + 300))?.[1]
      : undefined;
    const one = declare(`${found[1] ?? ''}${tag === undefined ? '' : `:${tag}`}`, at);
    if (one !== undefined && (!isRepository || !/^https?:/.test(found[1] ?? ''))) declared.push(one);
  }
  return declared;
}

// A service that says how its image is built only names what comes out.
function isBuilt(text: string, at: number): boolean {
  const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
  const mapping = (lines: string[]) => {
    const end = lines.findIndex((line) => line.trim() !== '' && !line.startsWith(indent));
    return end === -1 ? lines : lines.slice(0, end);
  };
  const before = text.slice(0, at).split('\n').slice(0, -1).reverse();
  const after = text.slice(at).split('\n');
  return [...mapping(before), ...mapping(after)].some((line) => line.startsWith(`${indent}build:`));
}

function dockerImages(text: string): Declared[] {
  const declared: Declared[] = [];
  const stages = new Set<string>(['scratch']);
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/^[ \t]*ARG[ \t]+(\w+)=["']?([^\s"']+)/gim))
    values.set(name, value);
  for (const found of text.matchAll(/^[ \t]*FROM[ \t]+(?:--platform=\S+[ \t]+)?(\S+)(?:[ \t]+AS[ \t]+(\S+))?/gim)) {
    const name = (found[1] ?? '').replace(/\$\{?(\w+)(?::-[^}]*)?\}?/g, (whole, key) => values.get(key) ?? whole);
    if (!stages.has(name.toLowerCase())) {
      const one = declare(name, found.index + found[0].search(/FROM/i));
      if (one !== undefined) declared.push(one);
    }
    if (found[2] !== undefined) stages.add(found[2].toLowerCase());
  }
  return declared;
}

// `registry.example.com:5000/team/postgres:16@sha256:…` is `team/postgres` in version 16.
function declare(written: string, at: number): Declared | undefined {
  const image = written.replace(/^\$\{\w+:-([^}]+)\}/, '$1').replace(/@sha256:.*$/, '');
  const found = /^((?:[\w.-]+(?::\d+)?\/)*[\w.-]+)(?::([\w.${}:-]+))?$/.exec(image);
  if (found === null || /^[\d.]+$/.test(found[1] ?? '')) return undefined;
  const segments = (found[1] ?? '').split('/');
  if (segments.length > 1 && /[.:]|^localhost$/.test(segments[0] ?? '')) segments.shift();
  if (segments[0] === 'library') segments.shift();
  const version = found[2]?.replace(/^\$\{\w+:-([^}]+)\}$/, '$1');
  return { name: segments.join('/'), ...(version === undefined || version.includes('$') ? {} : { version }), at };
}
