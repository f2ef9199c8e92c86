import type { ImportsPart, ManifestPart } from './resolve-dependencies.ts';

/** Import names of Python packages that differ from what manifests call them. */
const pythonNames: Readonly<Record<string, string>> = {
  yaml: 'pyyaml',
  jwt: 'pyjwt',
  cv2: 'opencv-python',
  pil: 'pillow',
  sklearn: 'scikit-learn',
  bs4: 'beautifulsoup4',
  dateutil: 'python-dateutil',
  dotenv: 'python-dotenv',
  jose: 'python-jose',
  'rest-framework': 'djangorestframework',
  psycopg2: 'psycopg2-binary',
  mysqldb: 'mysqlclient',
  attr: 'attrs',
  magic: 'python-magic',
  redis: 'redis',
  serial: 'pyserial',
  git: 'gitpython',
  google: 'google-cloud',
  grpc: 'grpcio',
  kafka: 'kafka-python',
  multipart: 'python-multipart',
  slugify: 'python-slugify',
  environ: 'django-environ',
  corsheaders: 'django-cors-headers',
  'django-filters': 'django-filter',
};

/** Says which dependency an import is of; undefined when it is the repository's own code. */
export function localNames(
  manifests: readonly ManifestPart[],
  importing: readonly ImportsPart[],
): (ecosystem: string, name: string) => string | undefined {
  const declared = new Map<string, Set<string>>();
  const own = new Map<string, Set<string>>();
  for (const manifest of manifests) {
    const names = setOf(declared, manifest.ecosystem);
    for (const one of manifest.declared) names.add(one.name);
    if (manifest.own !== undefined) setOf(own, manifest.ecosystem).add(manifest.own);
  }
  const paths = [...new Set(importing.flatMap((one) => one.imports.map(({ at }) => at.path)))];
  const folders = new Set<string>();
  const packages = new Set<string>();
  for (const path of paths) {
    const segments = path.replace(/\.\w+$/, '').split('/');
    for (const segment of segments) folders.add(segment.toLowerCase().replace(/[-_.]+/g, '-'));
    const java = /(?:^|\/)(?:java|kotlin|scala|groovy)\/(.+)\/[^/]+$/.exec(path)?.[1];
    if (java !== undefined) packages.add(java.replace(/\//g, '.'));
  }
  return (ecosystem, name) => {
    const known = setOf(declared, ecosystem);
    const owned = setOf(own, ecosystem);
    if (ecosystem === 'npm')
      return known.has(name) || !folders.has(name.toLowerCase())
        ? owned.has(name) && !known.has(name)
          ? undefined
          : name
        : undefined;
    if (ecosystem === 'pypi') {
      if (known.has(name)) return name;
      const renamed = pythonNames[name];
      if (renamed !== undefined && (known.has(renamed) || !folders.has(name))) return renamed;
      return folders.has(name) || owned.has(name) ? undefined : name;
    }
    if (ecosystem === 'go') {
      if (longest(owned, name, '/') !== undefined) return undefined;
      return longest(known, name, '/') ?? name.split('/').slice(0, 3).join('/');
    }
    if (ecosystem === 'maven') {
      if (packages.has(name) || [...packages].some((one) => one.startsWith(`${name}.`) || name.startsWith(`${one}.`)))
        return undefined;
      if (longest(owned, name, '.') !== undefined) return undefined;
      const groups = new Set([...known].map((one) => one.split(':')[0] ?? one));
      return longest(groups, name, '.') ?? name.split('.').slice(0, 3).join('.');
    }
    return known.has(name) || known.has(name.replace(/-/g, '_')) ? name : undefined;
  };
}

function longest(names: ReadonlySet<string>, name: string, joint: string): string | undefined {
  let found: string | undefined;
  for (const one of names) {
    if ((name === one || name.startsWith(one + joint)) && one.length > (found?.length ?? 0)) found = one;
  }
  return found;
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  let set = map.get(key);
  if (set === undefined) {
    set = new Set();
    map.set(key, set);
  }
  return set;
}
