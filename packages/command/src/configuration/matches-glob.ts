import picomatch from 'picomatch';

/** A test for one glob of the configuration; a folder stands for all below it. */
export function matchesGlob(glob: string): (path: string) => boolean {
  const clean = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  return picomatch([clean, `${clean}/**`], { dot: true });
}
