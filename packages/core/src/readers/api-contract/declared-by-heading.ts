import type { Block, Document } from '../../document/document.ts';
import type { Declaration } from './declaration.ts';
import { readEndpointPath } from './endpoint-path.ts';
import { findEndpoints, readMethods } from './find-endpoints.ts';
import { headingWords } from './plain-line.ts';

/** Endpoints of one heading: `### POST /x – words`; `#### GET` below a heading that is a path. */
export function declaredByHeading(document: Document, block: Block<'heading'>): Declaration[] {
  const raw = document.lines[block.line - 1] ?? '';
  if (raw.includes('~~') || /❌|🚫/.test(raw)) return [];
  const said = headingWords(raw);
  const place = { form: 'heading' as const, line: block.line, column: block.column, block, section: block.section };
  const written = findEndpoints(
    said.replace(/^((?:\d+[.)]?)+\s+)?([a-z]{3,7})(?=\s+\/)/, (all, number: string | undefined, word: string) =>
      readMethods(word).length > 0 ? `${number ?? ''}${word.toUpperCase()}` : all,
    ),
  );
  if (written.length > 0) {
    return written.flatMap((endpoint) =>
      endpoint.methods.map((method) => ({
        ...place,
        method,
        path: endpoint.path,
        words: `${said.slice(0, endpoint.start)} ${said.slice(endpoint.end)}`,
      })),
    );
  }
  const alone = /^(?:\d[\d.]*\s+)?[`[(]?([A-Z]{3,7})[`\])]?(?=$|\s*[-–—:：(])/.exec(said);
  const methods = alone?.[1] ? readMethods(alone[1]) : [];
  const around = block.section.parent;
  if (methods.length === 0 || !around || around.level === 0) return [];
  const path = /(?:^|[\s(])((?:https?:\/\/[^\s/]+)?\/[^\s,;)]*)/.exec(
    headingWords(document.lines[around.line - 1] ?? ''),
  )?.[1];
  const read = path === undefined ? undefined : readEndpointPath(path);
  return read
    ? methods.map((method) => ({ ...place, method, path: read, words: said.slice(alone?.[0].length ?? 0) }))
    : [];
}
