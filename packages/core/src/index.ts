export type { Block, Document, Section, Span } from './document/document.ts';
export type { DocumentFacts, DocumentReader } from './document/document-reader.ts';
export { loadMarkdownParser } from './document/parse-markdown.ts';
export { documentReaders, markdownReader } from './readers/markdown.ts';
