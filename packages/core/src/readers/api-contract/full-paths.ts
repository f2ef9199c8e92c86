import type { BasePath } from './base-path.ts';
import { joinBase } from './base-path.ts';
import type { Declaration } from './declaration.ts';
import { sectionsAround } from './sections-around.ts';

/** Full paths, by declaration: the base of the nearest section, then that of the document, each where it is missing. */
export function fullPaths(ordered: readonly Declaration[], bases: readonly BasePath[]): Map<Declaration, string> {
  const whole = bases.filter((base) => base.section === undefined && base.path !== '');
  const general = whole[0]?.path ?? '';
  const others = whole.slice(1).map((base) => base.path);
  const isOther = (path: string) => others.some((other) => path === other || path.startsWith(`${other}/`));
  const relative = ordered.filter((one) => one.path.host === undefined).map(({ path }) => path.path);
  const already = relative.filter((path) => path === general || path.startsWith(`${general}/`)).length;
  const apply = general !== '' && already * 2 < relative.length;
  const full = new Map<Declaration, string>();
  for (const one of ordered) {
    const written = one.path.path;
    if (one.path.host !== undefined || isOther(written)) {
      full.set(one, written);
      continue;
    }
    const near = sectionsAround(one.section)
      .map((section) => bases.find((base) => base.section === section && base.path !== ''))
      .find((base) => base !== undefined);
    const path = near ? joinBase(near.path, written) : written;
    full.set(one, apply && !isOther(path) ? joinBase(general, path) : path);
  }
  return full;
}
