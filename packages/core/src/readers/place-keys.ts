import type { Section } from '../document/document.ts';
import { slug } from './documents.ts';

/** Names things without a name by the section they stand in and their number there: `docs/prd.md#5.1/2`. */
export function placeKeys(path: string): (section: Section) => string {
  const times = new Map<string, number>();
  return (section) => {
    const key = section.number ?? slug(section.title);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return `${path}#${key}/${time}`;
  };
}
