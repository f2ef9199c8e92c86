import type { Block, Document } from '../../document/document.ts';

/** The fields every error reply has, and where that is said. */
export interface ErrorShape {
  readonly line: number;
  readonly required: readonly string[];
}

const announced =
  /\b(?:all|every|each|any)\b[^.\n]{0,40}\berrors?\b[^.\n]{0,60}\b(?:shape|format|structure|envelope|schema|body|look|follow|return|use|have)|\berror (?:response|reply|body|payload|object)?s? ?(?:shape|format|structure|envelope|schema)\b|错误(?:响应|返回)?格式|錯誤(?:回應|回傳)?格式/i;

/**
 * The error shape of an API contract: the JSON below a sentence or heading that announces one for all errors. Fields marked
 * optional (in a comment on their line, or by `?`) are not required. Nested objects stand by their outer name.
 */
export function findErrorShape(document: Document): ErrorShape | undefined {
  if (document.role !== 'api-contract') return undefined;
  for (const block of document.blocks) {
    if (block.kind !== 'code' || !isAnnounced(document, block)) continue;
    const required = topFields(block.node.value);
    if (required.length > 0) return { line: block.line, required };
  }
  return undefined;
}

function isAnnounced(document: Document, block: Block): boolean {
  const words = document.lines.slice(Math.max(block.section.line - 1, block.line - 5), block.line - 1).join('\n');
  return announced.test(words);
}

/** Names on the first level of an object, without those that are optional. */
function topFields(text: string): string[] {
  const fields: string[] = [];
  let depth = 0;
  for (const line of text.split('\n')) {
    const field = /^\s*["']?([A-Za-z_]\w*)["']?(\?)?\s*:/.exec(line);
    if (field?.[1] && depth === 1 && !field[2] && !/\boptional\b/i.test(line)) fields.push(field[1]);
    const bare = line.replace(/"(?:[^"\\]|\\.)*"|\/\/.*$/g, '');
    depth += (bare.match(/[{[]/g)?.length ?? 0) - (bare.match(/[}\]]/g)?.length ?? 0);
  }
  return depth === 0 ? fields : [];
}
