import type { Document, Section } from '../../document/document.ts';
import type { BasePath } from './base-path.ts';
import { readEndpointPath } from './endpoint-path.ts';
import { namesMethod } from './find-endpoints.ts';
import { headingWords } from './plain-line.ts';

/** A path below a section that counts for its heading: where it stands, as written. */
export interface PathBelow {
  readonly section: Section;
  readonly path: string;
}

const path = /(?:^|[\s(（[:：–—-])(\/[A-Za-z][\w{}:<>./-]*)(?=$|[\s)）\],:：])/;
const hint = /\b(?:apis?|base|prefix|routes?|endpoints?|router|resources?|service)\b|模块|接口|前缀|路由|엔드포인트/i;

/**
 * Headings that give a base to what stands below them: `## Auth (/api/auth)` over `POST /login`. Only when none of the paths
 * below has it already and all of them are relative, and the heading's words go with the path.
 */
export function headingBases(document: Document, below: readonly PathBelow[]): BasePath[] {
  return document.sections.flatMap((section) => {
    if (section.level === 0 || !section.heading.includes('/')) return [];
    const words = headingWords(document.lines[section.line - 1] ?? '');
    const written = path.exec(words)?.[1];
    const base = written === undefined || namesMethod(words) ? undefined : readEndpointPath(written)?.path;
    if (base === undefined || base === '/') return [];
    const inside = below.filter(({ section: one }) => one.line >= section.line && one.line <= section.lastLine);
    const relative = inside.every(
      ({ path: one }) => !one.startsWith(`${base}/`) && one !== base && !/^\/(?:api|v\d+|rest)(?:\/|$)/i.test(one),
    );
    return inside.length > 0 && relative && speaksOf(words.replace(written ?? '', ''), base)
      ? [{ path: base, section }]
      : [];
  });
}

function speaksOf(words: string, base: string): boolean {
  if (!/\p{L}/u.test(words) || hint.test(words) || /\/(?:api|v\d+)(?:\/|$)/i.test(base)) return true;
  const last = (base.split('/').at(-1) ?? '').toLowerCase().replace(/s$/, '');
  return last.length > 1 && words.toLowerCase().includes(last);
}
