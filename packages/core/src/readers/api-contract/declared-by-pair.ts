import type { Block, Document } from '../../document/document.ts';
import { sectionAt } from '../../document/open-document.ts';
import { columnOf, lineWords, methodLabel, pathLabel } from './address-labels.ts';
import type { Declaration } from './declaration.ts';
import { readEndpointPath } from './endpoint-path.ts';
import { findEndpoints, namesMethod, readMethods } from './find-endpoints.ts';

interface Labelled {
  readonly line: number;
  readonly block: Block;
  readonly method?: readonly string[];
  readonly path?: string;
}

/** `Method: POST` near `URL: /x`, on lines, in list items or in a two-column table: one endpoint, at the path's line. */
export function declaredByPair(document: Document): Declaration[] {
  const found: Declaration[] = [];
  let open: Labelled | undefined;
  for (const entry of labelledLines(document)) {
    const near =
      open &&
      entry.line - open.line <= 8 &&
      sectionAt(document.sections, open.line) === sectionAt(document.sections, entry.line);
    const method = entry.method ?? (near ? open?.method : undefined);
    const path = entry.path ?? (near ? open?.path : undefined);
    const at = entry.path === undefined && open?.path !== undefined ? open : entry;
    if (!method || path === undefined) {
      open = entry;
      continue;
    }
    open = undefined;
    const read = readEndpointPath(path);
    if (!read) continue;
    for (const name of method) {
      found.push({
        method: name,
        path: read,
        form: 'line',
        line: at.line,
        column: columnOf(document.lines[at.line - 1] ?? '', read.path),
        block: at.block,
        section: at.block.section,
        words: '',
      });
    }
  }
  return found;
}

function* labelledLines(document: Document): Generator<Labelled> {
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'table') continue;
    for (let line = block.line; line <= block.lastLine; line += 1) {
      const raw = document.lines[line - 1] ?? '';
      if (raw.length > 300 || !/[:：|]/.test(raw) || raw.includes('~~')) continue;
      const said = lineWords(raw)
        .replace(/^\|\s*/, '')
        .replace(/\s*\|\s*$/, '')
        .trim();
      const paths = pathLabel.exec(said);
      const methods = methodLabel.exec(said);
      if (methods) {
        const rest = said.slice(methods[0].length);
        const inline = /(?:^|[\s|,·])((?:url|path|endpoint|route|uri)\s*[:：]\s*)(\S+)/i.exec(rest);
        const method = readMethods(rest.slice(0, inline?.index ?? 40));
        if (method.length > 0) yield { line, block, method, ...(inline?.[2] ? { path: inline[2] } : {}) };
      } else if (paths) {
        const rest = said.slice(paths[0].length).trim();
        const inline = /(?:^|[\s|,·(])(?:http )?(?:method|verb)\s*[:：]\s*([A-Za-z/, ]+)/i.exec(rest);
        const both = block.kind === 'table' ? findEndpoints(rest)[0] : undefined;
        if (both?.start === 0) {
          yield { line, block, method: both.methods, path: rest.slice(0, both.end).replace(/^[^/]*(?=\/)/, '') };
          continue;
        }
        const path = /^(?:https?:\/\/\S+|[/{$<~][^\s|]*)/i.exec(rest)?.[0];
        if (path && !namesMethod(rest.slice(0, 12)))
          yield {
            line,
            block,
            path: path.replace(/[,;.]$/, ''),
            ...(inline?.[1] ? { method: readMethods(inline[1]) } : {}),
          };
      }
    }
  }
}
