import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders nobody keeps sources in; left out where git can't say what is ignored. */
const never = new Set([
  'node_modules',
  '.git',
  '.iama',
  'dist',
  'build',
  'coverage',
  'target',
  'vendor',
  '.venv',
  'venv',
  '__pycache__',
  '.next',
  '.tox',
]);

/**
 * Every file below a folder that git does not ignore, as POSIX paths relative to it, sorted. Outside a git work tree:
 * `.gitignore` files are honoured by globby, and folders of dependencies and build output are left out.
 *
 * @implements IAMA-GRAPH-003
 */
export async function listSources(root: string): Promise<string[]> {
  const tracked = listByGit(root);
  if (tracked) return tracked;
  if (!hasIgnoreFile(root)) return walk(root, '').sort();
  const { globby } = await import('globby');
  const ignore = [...never].map((folder) => `**/${folder}/**`);
  const found = await globby('**/*', { cwd: root, dot: true, gitignore: true, followSymbolicLinks: false, ignore });
  return found.sort();
}

function listByGit(root: string): string[] | undefined {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const paths = listed.split('\0');
    const unique = new Set(
      paths.filter((path) => path !== '' && !path.startsWith('.iama/') && !path.includes('/.iama/')),
    );
    return [...unique].sort();
  } catch {
    return undefined;
  }
}

function hasIgnoreFile(root: string): boolean {
  return existsSync(join(root, '.gitignore'));
}

function walk(root: string, folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!never.has(entry.name)) found.push(...walk(root, path));
    } else if (entry.isFile()) found.push(path);
  }
  return found;
}
