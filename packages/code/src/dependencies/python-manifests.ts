import type { Declared, Manifest, ManifestReader } from './dependency.ts';
import { isDevelopment } from './dependency.ts';
import type { TomlEntry } from './toml-entries.ts';
import { fieldOf, stringsOf, tomlEntries } from './toml-entries.ts';

const requirement = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:@\s*\S+|\(?\s*((?:[=<>!~]=?=?|===)[^;#)]*))?/;

/** `requirements.txt` and its like. */
export const requirements: ManifestReader = {
  accepts: (path) => /(?:^|\/)(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/.test(path),
  read(text, path) {
    const development = isDevelopment(path.slice(path.lastIndexOf('/') + 1).replace(/requirements/, ''));
    const declared: Declared[] = [];
    let at = 0;
    for (const line of text.split('\n')) {
      const egg = /^\s*(?:-e\s+)?\S+:\/\/\S*#egg=([\w.-]+)/.exec(line)?.[1];
      const one =
        egg === undefined
          ? /^\s*(?:#|-|$|\S+:\/\/)/.test(line)
            ? undefined
            : declare(line, at)
          : { name: normal(egg), at };
      if (one !== undefined) declared.push({ ...one, ...(development ? { development } : {}) });
      at += line.length + 1;
    }
    return { ecosystem: 'pypi', origin: 'manifest', declared };
  },
};

/** `pyproject.toml` as PEP 621, dependency groups, Poetry, uv and PDM write it, and `Pipfile`. */
export const pyproject: ManifestReader = {
  accepts: (path) => /(?:^|\/)(?:pyproject\.toml|Pipfile)$/.test(path),
  read(text): Manifest {
    const entries = tomlEntries(text);
    const own = entries.find(({ table, key }) => key === 'name' && (table === 'project' || table === 'tool.poetry'));
    const name = own === undefined ? undefined : stringsOf(own)[0]?.text;
    return {
      ecosystem: 'pypi',
      origin: 'manifest',
      declared: entries.flatMap(declaredBy),
      ...(name === undefined ? {} : { own: normal(name) }),
    };
  },
};

/** `setup.cfg` and `setup.py`. */
export const setupFiles: ManifestReader = {
  accepts: (path) => /(?:^|\/)setup\.(?:cfg|py)$/.test(path),
  read(text, path) {
    const lists = path.endsWith('.py')
      ? /\binstall_requires\s*=\s*\[([^\]]*)\]/g
      : /^install_requires[ \t]*=((?:[^\n]*\n(?:[ \t]+[^\n]*\n?|[ \t]*\n)*))/gm;
    const declared = [...text.matchAll(lists)].flatMap((found) => {
      const from = found.index + found[0].indexOf(found[1] ?? '');
      const items = [...(found[1] ?? '').matchAll(path.endsWith('.py') ? /["']([^"'\n]+)["']/g : /([^\s#][^\n]*)/g)];
      return items.flatMap((item) => declare(item[1] ?? '', from + item.index) ?? []);
    });
    return { ecosystem: 'pypi', origin: 'manifest', declared };
  },
};

function declaredBy(entry: TomlEntry): Declared[] {
  const { table, key, value, at } = entry;
  const listed =
    (table === 'project' && key === 'dependencies') ||
    table === 'project.optional-dependencies' ||
    table === 'dependency-groups' ||
    (table === 'tool.uv' && key === 'dev-dependencies') ||
    table === 'tool.pdm.dev-dependencies';
  if (listed) {
    const development = table !== 'project' && (table !== 'project.optional-dependencies' || isDevelopment(key));
    return stringsOf(entry).flatMap((one) => {
      const declared = declare(one.text, one.at);
      return declared === undefined ? [] : [{ ...declared, ...(development ? { development } : {}) }];
    });
  }
  const keyed = /^(?:tool\.poetry(?:\.group\.([\w-]+))?\.(dev-)?dependencies|(dev-)?packages)$/.exec(table);
  if (keyed === null || key === 'python') return [];
  const version = /^["']/.test(value) ? stringsOf(entry)[0]?.text : fieldOf(value, 'version');
  const development = keyed[1] !== undefined || keyed[2] !== undefined || keyed[3] !== undefined;
  const name = normal(key.split('.')[0] ?? key);
  return [{ name, ...(version === undefined ? {} : { version }), ...(development ? { development } : {}), at }];
}

function declare(text: string, at: number): Declared | undefined {
  const found = requirement.exec(text);
  if (found === null || found[1] === undefined) return undefined;
  const version = found[2]?.trim();
  return { name: normal(found[1]), ...(version === undefined || version === '' ? {} : { version }), at };
}

/** Names of Python packages are compared without case, and `_`, `.`, `-` are one. */
export function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
