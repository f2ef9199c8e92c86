import type { XmlElement } from '../results/read-xml.ts';
import { readXml, XmlFault } from '../results/read-xml.ts';
import type { Declared, ManifestReader } from './dependency.ts';
import { isDevelopment, ManifestFault } from './dependency.ts';
import { fieldOf, stringsOf, tomlEntries } from './toml-entries.ts';

/** `go.mod`; what only dependencies need is left out. */
export const goMod: ManifestReader = {
  accepts: (path) => /(?:^|\/)go\.mod$/.test(path),
  read(text) {
    const declared: Declared[] = [];
    let block = '';
    let at = 0;
    for (const line of text.split('\n')) {
      const opened = /^\s*(\w+)\s*\(/.exec(line)?.[1];
      const found = /^(\s*(?:require\s+)?)(\S+)\s+(v\d\S*)\s*(\/\/ indirect)?/.exec(line);
      if (opened !== undefined) block = opened;
      else if (/^\s*\)/.test(line)) block = '';
      else if (found !== null && found[4] === undefined && (block === 'require' || /^\s*require\s/.test(line))) {
        declared.push({ name: found[2] ?? '', version: found[3] ?? '', at: at + (found[1]?.length ?? 0) });
      }
      at += line.length + 1;
    }
    const own = /^module[ \t]+(\S+)/m.exec(text)?.[1];
    return { ecosystem: 'go', origin: 'manifest', declared, ...(own === undefined ? {} : { own }) };
  },
};

/** `Cargo.toml`. */
export const cargoToml: ManifestReader = {
  accepts: (path) => /(?:^|\/)Cargo\.toml$/.test(path),
  read(text) {
    const entries = tomlEntries(text);
    const declared: Declared[] = [];
    for (const entry of entries) {
      const table = /^(?:workspace\.|target\..+\.)?(dev-|build-)?dependencies(?:\.([\w-]+))?$/.exec(entry.table);
      if (table === null || (table[2] !== undefined && declared.at(-1)?.name === table[2])) continue;
      const name = table[2] ?? entry.key.split('.')[0] ?? entry.key;
      const own = table[2] !== undefined && entry.key === 'version';
      const version =
        /^["']/.test(entry.value) && (own || table[2] === undefined)
          ? stringsOf(entry)[0]?.text
          : fieldOf(entry.value, 'version');
      declared.push({
        name: fieldOf(entry.value, 'package') ?? name,
        ...(version === undefined ? {} : { version }),
        ...(table[1] === undefined ? {} : { development: true }),
        at: entry.at,
      });
    }
    const own = entries.find(({ table, key }) => table === 'package' && key === 'name');
    const name = own === undefined ? undefined : stringsOf(own)[0]?.text;
    return { ecosystem: 'cargo', origin: 'manifest', declared, ...(name === undefined ? {} : { own: name }) };
  },
};

/** `pom.xml`. */
export const pom: ManifestReader = {
  accepts: (path) => /(?:^|\/)pom\.xml$/.test(path),
  read(text) {
    const project = parsed(text);
    const properties = Object.fromEntries(
      (childOf(project, 'properties')?.children ?? []).map((one) => [one.name, one.text.trim()]),
    );
    const declared: Declared[] = [];
    const walk = (element: XmlElement) => {
      for (const child of element.children) {
        if (child.name !== 'dependency') {
          if (child.name !== 'exclusions') walk(child);
          continue;
        }
        const word = (name: string) =>
          childOf(child, name)
            ?.text.trim()
            .replace(/\$\{([^}]+)\}/g, (whole, key) => properties[key] ?? whole);
        const version = word('version');
        declared.push({
          name: `${word('groupId') ?? ''}:${word('artifactId') ?? ''}`,
          ...(version === undefined ? {} : { version }),
          ...(word('scope') === 'test' ? { development: true } : {}),
          at: child.at,
        });
      }
    };
    walk(project);
    const own = childOf(project, 'groupId')?.text.trim();
    return { ecosystem: 'maven', origin: 'manifest', declared, ...(own === undefined ? {} : { own }) };
  },
};

/** `*.csproj` and its like. */
export const dotnetProject: ManifestReader = {
  accepts: (path) => /\.(?:cs|fs|vb)proj$|(?:^|\/)Directory\.Packages\.props$/.test(path),
  read(text) {
    const declared: Declared[] = [];
    for (const found of text.matchAll(
      /<Package(?:Reference|Version)\s+(?:Include|Update)="([^"]+)"(?:[^>]*?\bVersion="([^"]+)")?/g,
    )) {
      declared.push({
        name: found[1] ?? '',
        ...(found[2] === undefined ? {} : { version: found[2] }),
        at: found.index,
      });
    }
    return { ecosystem: 'nuget', origin: 'manifest', declared };
  },
};

/** `build.gradle`, `build.gradle.kts` and version catalogues. */
export const gradle: ManifestReader = {
  accepts: (path) => /(?:^|\/)(?:[\w-]+\.gradle(?:\.kts)?|[\w-]+\.versions\.toml)$/.test(path),
  read(text, path) {
    const declared: Declared[] = [];
    if (path.endsWith('.toml')) {
      for (const entry of tomlEntries(text).filter(({ table }) => table === 'libraries')) {
        const whole = /^["']/.test(entry.value) ? stringsOf(entry)[0]?.text : fieldOf(entry.value, 'module');
        const group = fieldOf(entry.value, 'group');
        const [first, artifact, version] = (whole ?? `${group}:${fieldOf(entry.value, 'name')}`).split(':');
        const said = version ?? fieldOf(entry.value, 'version');
        declared.push({ name: `${first}:${artifact}`, ...(said === undefined ? {} : { version: said }), at: entry.at });
      }
    } else {
      const call =
        /^[ \t]*(\w*(?:[iI]mplementation|[aA]pi|[cC]ompile(?:Only)?|[rR]untime(?:Only)?|[aA]nnotationProcessor|kapt|ksp))\b[ \t(]+(?:platform\(|enforcedPlatform\()?[ \t]*["']([\w.-]+):([\w.-]+)(?::([^"'@]+))?/gm;
      for (const [whole, scope = '', group, artifact, version] of text.matchAll(call)) {
        declared.push({
          name: `${group}:${artifact}`,
          ...(version === undefined ? {} : { version }),
          ...(/^(?:test|androidTest|integrationTest)/.test(scope) ? { development: true } : {}),
          at: text.indexOf(whole) + whole.indexOf(scope),
        });
      }
    }
    return { ecosystem: 'maven', origin: 'manifest', declared };
  },
};

/** `Gemfile`, `*.gemspec`, `mix.exs`. */
export const rubyManifests: ManifestReader = {
  accepts: (path) => /(?:^|\/)(?:Gemfile|mix\.exs)$|\.gemspec$/.test(path),
  read(text, path) {
    const declared: Declared[] = [];
    const mix = path.endsWith('.exs');
    let group = '';
    let at = 0;
    for (const line of text.split('\n')) {
      const opened = /^\s*group\s+(.*?)\s+do\b/.exec(line)?.[1];
      if (opened !== undefined) group = opened;
      else if (/^end\b/.test(line)) group = '';
      const found = mix
        ? /^\s*\{:(\w+),\s*(?:"([^"]*)")?(.*)/.exec(line)
        : /^\s*(?:gem|\w+\.add(?:_runtime|_development)?_dependency)[\s(]+["']([\w-]+)["'](?:\s*,\s*["']([^"']*)["'])?(.*)/.exec(
            line,
          );
      if (found !== null) {
        const development =
          isDevelopment(group) ||
          /only:.*:(?:dev|test)\b|groups?:.*:(?:development|test)\b/.test(found[3] ?? '') ||
          /_development_/.test(line);
        declared.push({
          name: found[1] ?? '',
          ...(found[2] === undefined ? {} : { version: found[2] }),
          ...(development ? { development } : {}),
          at: at + line.search(/\S/),
        });
      }
      at += line.length + 1;
    }
    return { ecosystem: mix ? 'hex' : 'rubygems', origin: 'manifest', declared };
  },
};

function parsed(text: string): XmlElement {
  try {
    return readXml(text);
  } catch (cause) {
    if (cause instanceof XmlFault) throw new ManifestFault(cause.message, cause.at);
    throw cause;
  }
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}
