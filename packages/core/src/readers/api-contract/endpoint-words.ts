import type { Document, Section } from '../../document/document.ts';
import { accessBeside } from './access.ts';
import { plainLine } from './plain-line.ts';
import type { Settled } from './settle-declarations.ts';

/** What an endpoint is for, in the document's words: the cell, the heading, the words beside it, else the first sentence. */
export function summaryOf(document: Document, settled: Settled, prose: string | undefined): string | undefined {
  const { declaration } = settled;
  const cell = declaration.cells?.get('description') ?? declaration.cells?.get('name');
  const beside = tidy(besideWords(declaration.words));
  const heading =
    declaration.form === 'heading' || declaration.form === 'row' || declaration.form === 'item'
      ? undefined
      : tidy(document.lines[settled.from - 1] === undefined ? '' : headingOf(document, settled));
  const described = cell === undefined ? '' : tidy(besideWords(plainLine(cell)));
  const said = described !== '' ? described : beside !== '' ? beside : heading ? heading : prose;
  return said === undefined || said === '' ? undefined : said.slice(0, 200);
}

/** Words of the same line without a leading access mark (`SELLER — …`), up to the next endpoint or sentence. */
function besideWords(words: string): string {
  const dash = words.search(/\s[—–-]\s/);
  const rest =
    dash >= 0 && dash <= 24 && !/[a-z]{3,}\s+[a-z]{3,}/.test(words.slice(0, dash)) ? words.slice(dash + 3) : words;
  const next = /(?:GET|POST|PUT|PATCH|DELETE)\s+\//.exec(rest)?.index ?? rest.length;
  const sentence = /[.。](?=\s|$)/.exec(rest)?.index ?? rest.length;
  const said = rest
    .slice(0, Math.min(next, sentence))
    .replace(/^[\s→=>-]*\{[^{}]*\}(?:\s*(?:→|=>|->)\s*\{[^{}]*\})?/, '');
  return /^[\sA-Z_|+·,*()]*$/.test(said) ? '' : said;
}

function headingOf(document: Document, settled: Settled): string {
  const raw = document.lines[settled.from - 1] ?? '';
  if (settled.from === settled.declaration.line) return '';
  return plainLine(raw.replace(/^#+\s*/, '')).replace(/^\d[\d.]*\s+/, '');
}

function tidy(words: string): string {
  const text = plainLine(words)
    .replace(/\s+/g, ' ')
    .replace(/^(?:[^\p{L}\p{N}]|\d+(?:\.\d+)*\.?(?=\s+\S))+|[\s:：·|,;%\-–—→(（[{"'`*]+$/gu, '')
    .trim();
  const bare = /^[^()（）]*[)）]$/.test(text) ? text.slice(0, -1) : text;
  if (!/\p{L}/u.test(bare)) return '';
  return accessBeside(`(${bare})`) !== undefined && !/\s/.test(bare) ? '' : bare;
}

/** A heading's `V2`, then the path's `/v2/`, then the document's. */
export function versionOf(section: Section, path: string, scope: string | undefined): string | undefined {
  for (let at: Section | undefined = section; at && at.level > 1; at = at.parent) {
    const words = at.heading.replace(/\/\S*/g, '');
    const found = [
      ...new Set(
        [...words.matchAll(/(?<![A-Za-z0-9.])[vV](\d{1,2})(?![\d.]|[A-Za-z])/g)].map((match) => `V${match[1]}`),
      ),
    ];
    if (found.length === 1) return found[0];
  }
  const inPath = /\/v(\d{1,2})(?:\/|$)/i.exec(path)?.[1];
  return inPath === undefined ? scope : `V${inPath}`;
}
