import type { Mention } from '@iama/model';
import type { Document, Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { sectionAt } from '../../document/open-document.ts';
import { familyOf } from '../../ids/id-family.ts';
import type { Found } from './found.ts';
import { Negation } from './negation.ts';
import { ownersOfLines } from './owners.ts';
import { scanIds } from './scan-ids.ts';
import { scanLinks } from './scan-links.ts';
import { ownHosts, scanNames } from './scan-names.ts';
import { scanReferences } from './scan-references.ts';
import { lineAt, scanText } from './scanned-text.ts';
import { tableContexts } from './table-contexts.ts';

const claim =
  /^[\s>]*(?:[-*+]\s+)?[*_`]{0,3}(?:requirements?|reqs?|traces?(?: to)?|requirement ids?|satisfies|需求|要件)[*_`]{0,3}\s*[:：]/i;

const wrongColumn =
  /^(?:❌|🚫|wrong|bad|incorrect|don['’]?t|do not|avoid|never|old(?: name)?s?$|deprecated|former|obsolete)/iu;

/**
 * Every name in a document that may mean something defined somewhere: ids, endpoints, names in code spans, section
 * references, links. What one means is decided when the whole graph is known. A node's own id inside its block is none.
 *
 * @implements IAMA-READ-003
 */
export const mentions: DocumentReader = {
  name: 'mentions',
  read(document: Document, claimed: readonly Span[]) {
    const text = scanText(document);
    const found: Found[] = [
      ...scanIds(text, document.idPatterns),
      ...scanNames(text, ownHosts(document.lines)),
      ...scanReferences(text),
      ...scanLinks(text),
    ];
    if (found.length === 0) return {};
    found.sort((a, b) => a.offset - b.offset || order(a.form, b.form) || order(a.token, b.token));
    const owner = ownersOfLines(document.lines.length, claimed);
    const negation = new Negation(document, text.code);
    const context = tableContexts(document);
    const all: Mention[] = [];
    let line = 0;
    let evidence = '';
    for (const { form, token, offset, range } of found) {
      const own = lineAt(text.starts, offset);
      if (own !== line) {
        line = own;
        evidence = (document.lines[line - 1] ?? '').trim().slice(0, 160);
      }
      const column = offset - (text.starts[line - 1] ?? 0) + 1;
      const within = owner(line);
      if (within?.id === token) continue;
      const section = sectionAt(document.sections, line);
      const head = form === 'link' ? undefined : context(line, column);
      const claims = form === 'id' && claim.test(evidence) && familyOf(token) === 'requirement';
      const named = form !== 'reference' && form !== 'link';
      const warned = (head !== undefined && wrongColumn.test(head)) || negation.at(line, column, named);
      all.push({
        form,
        token,
        at: { path: document.path, line, column, ...(section.level > 0 ? { section: section.heading } : {}) },
        ...(within === undefined ? {} : { within }),
        ...(claims ? { verb: 'requires' as const } : {}),
        ...(warned ? { negated: true } : {}),
        ...(range === undefined ? {} : { range }),
        ...(head === undefined ? {} : { context: head }),
        evidence,
      });
    }
    return { mentions: all };
  },
};

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
