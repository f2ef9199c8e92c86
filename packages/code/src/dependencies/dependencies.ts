import type { Facts, Part, Reader } from '@iama/model';
import { isTestPath } from '../lexing/is-test-path.ts';
import { languageOf } from '../lexing/language.ts';
import { LineIndex } from '../lexing/line-index.ts';
import type { ManifestReader } from './dependency.ts';
import { ManifestFault } from './dependency.ts';
import { images } from './images.ts';
import { composerJson, packageJson } from './json-manifests.ts';
import { cargoToml, dotnetProject, goMod, gradle, pom, rubyManifests } from './other-manifests.ts';
import { pyproject, requirements, setupFiles } from './python-manifests.ts';
import { readImports } from './read-imports.ts';

const manifestReaders: readonly ManifestReader[] = [
  packageJson,
  composerJson,
  requirements,
  pyproject,
  setupFiles,
  goMod,
  cargoToml,
  pom,
  dotnetProject,
  gradle,
  rubyManifests,
  images,
];

/** What manifests, container files and import statements say the code is built on. */
export const dependencies: Reader = {
  name: 'dependencies',
  version: 1,
  gives: ['dependency'],
  accepts: (path) =>
    !/(?:^|\/)node_modules\//.test(path) &&
    (manifestReaders.some((reader) => reader.accepts(path)) || isImporting(languageOf(path)?.name)),
  read({ path, text }): Facts {
    const places = new LineIndex(text);
    const placeOf = (offset: number) => ({ path, ...places.placeOf(offset) });
    const parts: Part[] = [];
    const none = { nodes: [], edges: [], mentions: [] };
    for (const reader of manifestReaders) {
      if (!reader.accepts(path)) continue;
      try {
        const { declared, ...manifest } = reader.read(text, path);
        const said = declared.map(({ at, ...one }) => ({ ...one, at: placeOf(at) }));
        if (said.length > 0 || manifest.own !== undefined) {
          parts.push({ kind: 'manifest', at: placeOf(0), data: { ...manifest, declared: said } });
        }
      } catch (cause) {
        if (!(cause instanceof ManifestFault)) throw cause;
        const message = `The manifest can't be read: ${cause.message}`;
        return {
          ...none,
          parts,
          problems: [{ at: placeOf(cause.at), code: 'syntax', message, hides: ['dependency'] }],
        };
      }
    }
    const found = readImports(languageOf(path)?.name ?? '', text);
    if (found !== undefined && found.imports.length > 0) {
      const imports = found.imports.map(({ name, at }) => {
        const place = placeOf(at);
        return { name, at: place, evidence: places.textOf(place.line).slice(0, 160) };
      });
      parts.push({
        kind: 'imports',
        at: placeOf(0),
        data: { ecosystem: found.ecosystem, test: isTestPath(path), imports },
      });
    }
    return { ...none, parts, problems: [] };
  },
};

function isImporting(language: string | undefined): boolean {
  return language !== undefined && readImports(language, '') !== undefined;
}
