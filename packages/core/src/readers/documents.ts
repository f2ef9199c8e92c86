import { createHash } from 'node:crypto';
import type { NodeFact } from '@iama/model';
import type { Document } from '../document/document.ts';
import type { DocumentReader } from '../document/document-reader.ts';

/** The document itself and its sections. */
export const documents: DocumentReader = {
  name: 'documents',
  read(document) {
    const nodes: NodeFact[] = [documentNode(document)];
    const seen = new Map<string, number>();
    for (const section of document.sections) {
      if (section.level === 0) continue;
      const key = section.number ?? slug(section.title);
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      nodes.push({
        kind: 'section',
        id: `${document.path}#${key}${times > 1 ? `~${times}` : ''}`,
        side: 'specified',
        at: { path: document.path, line: section.line, column: 1, section: section.heading },
        attributes: {
          ...(section.number === undefined ? {} : { number: section.number }),
          title: section.title,
          level: section.level,
          lastLine: section.lastLine,
          fingerprint: fingerprint(document.lines.slice(section.line, section.lastLine).join(' ')),
        },
      });
    }
    return { nodes };
  },
};

function documentNode(document: Document): NodeFact<'document'> {
  const field = (label: string) => document.header.get(label)?.value;
  const attributes: Record<string, unknown> = { role: document.role, reason: document.roleReason };
  const optional = {
    title: document.title,
    documentId: field('document id'),
    version: field('version'),
    status: field('status'),
    date: field('last updated') ?? field('date'),
    scope: document.scope,
    language: field('language'),
  };
  for (const [key, value] of Object.entries(optional)) if (value !== undefined) attributes[key] = value;
  return {
    kind: 'document',
    id: document.path,
    side: 'specified',
    at: { path: document.path, line: document.sections[1]?.line ?? 1, column: 1 },
    attributes: attributes as NodeFact<'document'>['attributes'],
  };
}

/** 12 hex digits of a text whose white space, emphasis and case of markup do not count. */
export function fingerprint(text: string): string {
  const normal = text.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(normal).digest('hex').slice(0, 12);
}

/** A heading's words as the fragment most renderers make of them. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
