import type { Section } from '../../document/document.ts';
import { readPartLabel } from './part-label.ts';

/** A section and those around it, innermost first. */
export function sectionsAround(section: Section): Section[] {
  const all: Section[] = [];
  for (let at: Section | undefined = section; at; at = at.parent) all.push(at);
  return all;
}

/** The section whose block a declaration opens: `### HTTP Request` below `## List jobs` speaks for the latter. */
export function homeSection(section: Section): Section {
  let at = section;
  while (at.parent && at.parent.level > 0 && at.level > 1 && isPart(at.title)) at = at.parent;
  return at;
}

function isPart(title: string): boolean {
  return (
    /^(?:http )?(?:request|endpoint|url|method|definition|route|接口|请求|请求地址|请求方式|接口地址|요청|엔드포인트|リクエスト)s?$/i.test(
      title,
    ) ||
    (readPartLabel(title)?.part === 'request' && title.length < 24)
  );
}
