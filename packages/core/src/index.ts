export type { BuildOptions, Built } from './build-graph.ts';
export { buildGraph } from './build-graph.ts';
export type { Block, Document, Section, Span } from './document/document.ts';
export type { DocumentFacts, DocumentReader } from './document/document-reader.ts';
export { loadMarkdownParser } from './document/parse-markdown.ts';
export { GraphBusyError } from './graph/connection.ts';
export type { Graph } from './graph/graph.ts';
export { nearestWord } from './graph/nearest-word.ts';
export { documentReaders, markdownReader } from './readers/markdown.ts';
