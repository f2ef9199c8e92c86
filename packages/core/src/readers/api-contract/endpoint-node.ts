import type { EdgeFact, NodeFact } from '@iama/model';
import type { Document, Section } from '../../document/document.ts';
import { accessBeside, readAccess } from './access.ts';
import type { Form } from './declaration.ts';
import { collectDetail } from './endpoint-detail.ts';
import type { EndpointDetail } from './endpoint-detail.ts';
import { plainLine } from './plain-line.ts';
import { inlineFields, readEndpointBlock } from './read-block.ts';
import { repliedCodes, repliedStatuses } from './reply-words.ts';
import { statusesOf } from './part-label.ts';
import type { Settled } from './settle-declarations.ts';

export interface EndpointFacts {
  readonly node: NodeFact<'endpoint'>;
  readonly edges: readonly EdgeFact[];
  readonly form: Form;
  /** First line of its block. */
  readonly from: number;
  /** How much its block says: fields, replies, statuses. */
  readonly weight: number;
}

/** The node of one settled declaration and its edges to the codes its replies name. */
export function endpointNode(document: Document, settled: Settled, known: ReadonlySet<string>, guarded: boolean): EndpointFacts {
  const { declaration, id, path } = settled;
  const row = declaration.form === 'row' || declaration.form === 'item';
  const detail = row ? readRow(settled, known) : readEndpointBlock(document, settled, known);
  const prose = 'prose' in detail ? (detail.prose as string | undefined) : undefined;
  const inBlock = 'access' in detail ? (detail.access as boolean | undefined) : undefined;
  const access = accessBeside(declaration.words) ?? accessOfCells(settled) ?? inBlock ?? (guarded ? true : undefined);
  const summary = summaryOf(document, settled, prose);
  const version = versionOf(declaration.section, path, document.scope);
  const attributes: NodeFact<'endpoint'>['attributes'] = {
    method: declaration.method,
    path,
    ...(summary === undefined ? {} : { summary }),
    ...(version === undefined ? {} : { version }),
    statuses: [...detail.statuses],
    errorCodes: detail.codes.map(({ code }) => code),
    denialReasons: [...detail.denialReasons],
    request: [...detail.request],
    response: [...detail.replies].sort((a, b) => (a.status ?? 0) - (b.status ?? 0)),
    ...(access === undefined ? {} : { protected: access }),
    lastLine: settled.lastLine,
  };
  const place = (line: number) => ({ path: document.path, line, column: 1, section: declaration.section.heading });
  return {
    node: { kind: 'endpoint', id, side: 'specified', at: { ...place(declaration.line), column: declaration.column }, attributes },
    edges: detail.codes.map(({ code, line }) => ({
      kind: 'emits' as const,
      from: { kind: 'endpoint' as const, id },
      to: { kind: 'error-code' as const, id: code },
      at: place(line),
      how: 'derived' as const,
      evidence: (document.lines[line - 1] ?? '').trim().slice(0, 160),
    })),
    form: declaration.form,
    from: settled.from,
    weight: detail.request.length + detail.statuses.length + detail.replies.reduce((sum, reply) => sum + reply.fields.length, 0) + detail.codes.length,
  };
}

/** What the cells of a row, or the words of a list item, say. */
function readRow(settled: Settled, known: ReadonlySet<string>): EndpointDetail {
  const { declaration, path } = settled;
  const collector = collectDetail(declaration.method, path);
  collector.addFields('query', [], declaration.path.query.map((name) => ({ name, required: false, offset: 0 })), declaration.line);
  const texts: string[] = [declaration.words];
  for (const [meaning, raw] of declaration.cells ?? []) {
    if (meaning === 'request') collector.addFields('request', [], inlineFields(raw, 'request'), declaration.line);
    else if (meaning === 'response') collector.addFields('response', [], inlineFields(raw, 'response'), declaration.line);
    if (meaning === 'status' || meaning === 'errors' || meaning === 'response') collector.addStatuses(statusesOf(plainLine(raw)).filter((status) => meaning === 'status' || status >= 400 || /^\W*[1-5]\d\d\b/.test(raw)));
    if (meaning === 'errors') for (const { code, status } of repliedCodes(plainLine(raw), known, true)) collector.addCode(code, declaration.line, status === undefined ? [] : [status]);
    if (meaning !== 'name' && meaning !== 'access' && meaning !== 'errors') texts.push(plainLine(raw));
  }
  for (const text of texts) {
    collector.addStatuses(repliedStatuses(text));
    for (const { code, status } of repliedCodes(text, known, false)) collector.addCode(code, declaration.line, status === undefined ? [] : [status]);
  }
  return collector.detail;
}

function accessOfCells(settled: Settled): boolean | undefined {
  const said = settled.declaration.cells?.get('access');
  return said === undefined ? undefined : readAccess(plainLine(said));
}

function summaryOf(document: Document, settled: Settled, prose: string | undefined): string | undefined {
  const { declaration } = settled;
  const cell = declaration.cells?.get('description') ?? declaration.cells?.get('name');
  const beside = tidy(besideWords(declaration.words));
  const heading = declaration.form === 'heading' || declaration.form === 'row' || declaration.form === 'item' ? undefined : tidy(document.lines[settled.from - 1] === undefined ? '' : headingOf(document, settled));
  const described = cell === undefined ? '' : tidy(besideWords(plainLine(cell)));
  const said = described !== '' ? described : beside !== '' ? beside : heading ? heading : prose;
  return said === undefined || said === '' ? undefined : said.slice(0, 200);
}

/** Words of the same line without a leading access mark (`SELLER — …`), up to the next endpoint or sentence. */
function besideWords(words: string): string {
  const dash = words.search(/\s[—–-]\s/);
  const rest = dash >= 0 && dash <= 24 && !/[a-z]{3,}\s+[a-z]{3,}/.test(words.slice(0, dash)) ? words.slice(dash + 3) : words;
  const next = /(?:GET|POST|PUT|PATCH|DELETE)\s+\//.exec(rest)?.index ?? rest.length;
  const sentence = /[.。](?=\s|$)/.exec(rest)?.index ?? rest.length;
  const said = rest.slice(0, Math.min(next, sentence)).replace(/^[\s→=>-]*\{[^{}]*\}(?:\s*(?:→|=>|->)\s*\{[^{}]*\})?/, '');
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
    .replace(/^[\s:：·|,;\-–—→()（）[\]{}"'`*>.#]+|[\s:：·|,;\-–—→(（[{"'`*]+$/g, '')
    .replace(/^\d+(?:\.\d+)*\.?\s+(?=\S)/, '')
    .trim();
  return /^[^()（）]*[)）]$/.test(text) ? text.slice(0, -1) : text;
}

/** A heading's `V2`, then the path's `/v2/`, then the document's. */
function versionOf(section: Section, path: string, scope: string | undefined): string | undefined {
  for (let at: Section | undefined = section; at && at.level > 1; at = at.parent) {
    const words = at.heading.replace(/\/\S*/g, '');
    const found = [...new Set([...words.matchAll(/(?<![A-Za-z0-9.])[vV](\d{1,2})(?![\d.]|[A-Za-z])/g)].map((match) => `V${match[1]}`))];
    if (found.length === 1) return found[0];
  }
  const inPath = /\/v(\d{1,2})(?:\/|$)/i.exec(path)?.[1];
  return inPath === undefined ? scope : `V${inPath}`;
}

