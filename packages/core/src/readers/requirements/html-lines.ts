import type { Block, Document } from '../../document/document.ts';
import type { TextLine } from './text-line.ts';

/** Lays out an HTML block: the rows of its tables, else its lines without tags. */
export function htmlLines(document: Document, block: Block<'html'>, index: number, into: TextLine[]): void {
  const written = document.lines.slice(block.line - 1, block.lastLine).join('\n');
  if (written.length > 200_000 || !/<(?:tr|h[1-6]|li|p|summary|dt)\b/i.test(written)) return;
  const text = written.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const common = { column: 1, depth: 0, quotes: 0, section: block.section, block: index } as const;
  if (!/<tr\b/i.test(text)) {
    for (const [offset, raw] of text.split('\n').entries()) {
      const words = bare(raw);
      if (words !== '') into.push({ ...common, line: block.line + offset, kind: 'text', text: words });
    }
    return;
  }
  let line = block.line;
  let head = true;
  for (const [at, row] of text.split(/(?=<tr\b)/i).entries()) {
    const cells: string[] = [];
    let first = 0;
    let passed = line;
    for (const [order, piece] of row.split(/(?=<t[hd]\b)/i).entries()) {
      const words = bare(piece.replace(/<\/t[rhd]\b[\s\S]*$/i, ''));
      if (order > 0) cells.push(words);
      if (order > 0 && words !== '' && first === 0) first = passed;
      passed += piece.split('\n').length - 1;
    }
    line = passed;
    if (at === 0 || cells.length < 2 || first === 0) continue;
    into.push({ ...common, line: first, kind: 'row', text: `| ${cells.join(' | ')} |`, cells, head });
    head = false;
  }
}

function bare(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\u0000')
    .replace(/<\/?(?:b|strong)\b[^<>]*>/gi, '**')
    .replace(/<\/?code\b[^<>]*>/gi, '`')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replaceAll('\u0000', '<br>')
    .trim();
}
