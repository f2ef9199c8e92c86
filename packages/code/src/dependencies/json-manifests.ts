import type { Declared, Manifest, ManifestReader } from './dependency.ts';
import { ManifestFault } from './dependency.ts';

type Sections = Readonly<Record<string, boolean>>;

const npm: Sections = {
  dependencies: false,
  optionalDependencies: false,
  peerDependencies: false,
  devDependencies: true,
};
const composer: Sections = { require: false, 'require-dev': true };

/** `package.json`. */
export const packageJson: ManifestReader = {
  accepts: (path) => /(?:^|\/)package\.json$/.test(path),
  read: (text) => readSections(text, 'npm', npm, () => true),
};

/** `composer.json`; the platform itself (`php`, `ext-…`) is no dependency. */
export const composerJson: ManifestReader = {
  accepts: (path) => /(?:^|\/)composer\.json$/.test(path),
  read: (text) => readSections(text, 'composer', composer, (name) => name.includes('/')),
};

function readSections(
  text: string,
  ecosystem: string,
  sections: Sections,
  wanted: (name: string) => boolean,
): Manifest {
  const json = parse(text);
  const declared: Declared[] = [];
  for (const [section, development] of Object.entries(sections)) {
    const entries = json[section];
    if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) continue;
    const from = text.search(new RegExp(`"${section}"\\s*:\\s*\\{`));
    for (const [name, version] of Object.entries(entries)) {
      if (!wanted(name)) continue;
      const at = text.indexOf(JSON.stringify(name), Math.max(0, from + section.length + 2));
      declared.push({
        name,
        ...(typeof version === 'string' ? { version } : {}),
        ...(development ? { development } : {}),
        at: at === -1 ? Math.max(0, from) : at,
      });
    }
  }
  const own = json.name;
  return { ecosystem, origin: 'manifest', declared, ...(typeof own === 'string' ? { own } : {}) };
}

function parse(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch (cause) {
    throw new ManifestFault((cause as Error).message.replace(/\s+/g, ' ').slice(0, 120));
  }
}
