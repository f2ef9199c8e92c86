import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = dirname(import.meta.dirname);
const leftOut = new Set(['node_modules', 'dist', '.git', '.iama', 'coverage']);
const files = listFiles(root).sort();
const code = files.filter((path) => /^(?:packages|scripts)\/.*\.(?:ts|mjs)$/.test(path));
const published = code.filter((path) => /^packages\/[^/]+\/src\//.test(path) && !/\.test\.ts$|\/testkit\//.test(path));
const texts = files.filter((path) => /\.(?:ts|mjs|js|json|ya?ml|md|sql|py|txt)$/.test(path));

describe('files', () => {
  test('say in their name what they are', () => {
    const drawer = /^(?:utils?|helpers?|common|misc|shared|lib|managers?|services?|types|constants)\.(?:ts|mjs)$/;
    expect(code.filter((path) => drawer.test(basename(path)))).toEqual([]);
    const folder = /\/(?:utils?|helpers?|common|misc|shared|lib|managers?|services?)\//;
    expect(code.filter((path) => folder.test(path))).toEqual([]);
    expect(code.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.(?:ts|mjs)$/.test(basename(path)))).toEqual(
      [],
    );
  });

  test('stay short', () => {
    const lengths = code.map((path) => ({ path, lines: read(path).split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(250);
  });

  test('name no folder of the machine they were written on', () => {
    const machine = new RegExp(
      [
        `${literally(homedir())}${homedir() === '/' ? '$' : '/'}`,
        `${literally(root)}/`,
        '/Users/[a-z]+/',
        '/home/[a-z]+/',
        'C:\\\\\\\\?Users\\b',
      ].join('|'),
    );
    expect(texts.filter((path) => path !== 'scripts/laws.test.ts' && machine.test(read(path)))).toEqual([]);
  });

  test('leave nothing for later', () => {
    const later = /\b(?:TODO|FIXME|XXX)\b|\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b/;
    expect(code.filter((path) => path !== 'scripts/laws.test.ts' && later.test(read(path)))).toEqual([]);
  });
});

describe('one mouth', () => {
  test('only main.ts of command prints, and only it ends the process', () => {
    const mouth = /\bconsole\.|\bprocess\.(?:stdout|stderr|exit|argv|env)\b/;
    const allowed = ['packages/command/src/main.ts'];
    expect(published.filter((path) => mouth.test(withoutComments(read(path))) && !allowed.includes(path))).toEqual([]);
  });
});

describe('packages', () => {
  const folders = readdirSync(join(root, 'packages')).sort();
  const manifests = folders.map((folder) => ({ folder, manifest: readJson(`packages/${folder}/package.json`) }));

  test('have one version, one licence and one floor', () => {
    const workspace = readJson('package.json');
    for (const { folder, manifest } of manifests) {
      const { version, license, engines } = manifest;
      expect({ folder, version, license, engines }).toEqual({
        folder,
        version: workspace.version,
        license: workspace.license,
        engines: workspace.engines,
      });
    }
  });

  test('take every outside version from one place', () => {
    const loose = manifests.flatMap(({ folder, manifest }) =>
      Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies })
        .filter(([name, range]) => range !== (name.startsWith('@iama/') ? 'workspace:*' : 'catalog:'))
        .filter(() => folder !== 'testkit')
        .map(([name]) => `${folder}: ${name}`),
    );
    expect(loose).toEqual([]);
  });

  test('are compiled after what they import', () => {
    const references = readReferences('tsconfig.json').map((path) => path.replace('packages/', ''));
    expect([...references].sort()).toEqual(folders);
    for (const { folder, manifest } of manifests) {
      const imported = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
        // Only tests import the testkit, and tests are not part of a package's build.
        .filter((name) => name.startsWith('@iama/') && name !== '@iama/testkit')
        .map((name) => name.replace('@iama/', ''));
      const referenced = readReferences(`packages/${folder}/tsconfig.json`).map((path) => basename(path));
      expect({ folder, missing: imported.filter((name) => !referenced.includes(name)) }).toEqual({
        folder,
        missing: [],
      });
    }
  });

  test('start through a committed shim that only loads', () => {
    for (const { folder, manifest } of manifests) {
      for (const path of Object.values(manifest.bin ?? {})) {
        const lines = read(`packages/${folder}/${path}`).trimEnd().split('\n');
        expect(lines[0]).toBe('#!/usr/bin/env node');
        expect(lines.length).toBeLessThanOrEqual(5);
      }
    }
  });
});

describe('pages', () => {
  const pages = files.filter((path) => path.endsWith('.md') && !path.startsWith('fixtures/'));

  test('link to files that exist', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, target]) => target ?? '')
        .filter((target) => !existsSync(join(root, dirname(page), decodeURI(target))))
        .map((target) => `${page} → ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly engines: unknown;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function readJson(path: string): Manifest {
  return JSON.parse(read(path)) as Manifest;
}

function readReferences(path: string): string[] {
  const { references = [] } = JSON.parse(read(path)) as { references?: { path: string }[] };
  return references.map((reference) => reference.path);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

function literally(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (leftOut.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [relative(root, path).split(sep).join('/')];
  });
}
