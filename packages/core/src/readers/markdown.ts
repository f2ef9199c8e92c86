import type { EdgeFact, Facts, Mention, NodeFact, Part, Problem, Reader, ReadingContext, Source } from '@iama/model';
import type { Span } from '../document/document.ts';
import type { DocumentReader } from '../document/document-reader.ts';
import { openDocument } from '../document/open-document.ts';
import type { MarkdownParser } from '../document/parse-markdown.ts';
import { loadMarkdownParser } from '../document/parse-markdown.ts';
import { apiContract } from './api-contract/api-contract.ts';
import { configKeys } from './config-keys/config-keys.ts';
import { counts } from './counts/counts.ts';
import { dbSchema } from './db-schema/db-schema.ts';
import { decisions } from './decisions/decisions.ts';
import { technologyRules } from './decisions/technology-rules.ts';
import { documents } from './documents.ts';
import { grids } from './grids/grids.ts';
import { invariants } from './invariants/invariants.ts';
import { items } from './items/items.ts';
import { lists } from './lists/lists.ts';
import { mentions } from './mentions/mentions.ts';
import { passages } from './passages/passages.ts';
import { pointers } from './pointers/pointers.ts';
import { policies } from './policies/policies.ts';
import { precedence } from './precedence/precedence.ts';
import { requirements } from './requirements/requirements.ts';
import { stateMachine } from './state-machine/state-machine.ts';
import { statements } from './statements/statements.ts';

/** Every document reader, in reading order. Readers that claim lines stand before the mention reader, which is last. */
// biome-ignore format: one a line, so that two branches can add one each
export const documentReaders: readonly DocumentReader[] = [
  documents,
  precedence,
  policies,
  apiContract,
  dbSchema,
  configKeys,
  invariants,
  stateMachine,
  decisions,
  technologyRules,
  grids,
  lists,
  passages,
  pointers,
  statements,
  counts,
  requirements,
  items,
  mentions,
];

/** The reader of Markdown documents: parses once, then asks every document reader. */
export function markdownReader(
  readers: readonly DocumentReader[] = documentReaders,
  only?: 'satteri' | 'remark',
): Reader {
  let parser: MarkdownParser | undefined;
  return {
    name: 'markdown',
    version: 1,
    gives: [
      'document',
      'section',
      'requirement',
      'acceptance',
      'malformed-id',
      'endpoint',
      'error-code',
      'table',
      'column',
      'config-key',
      'invariant',
      'state',
      'transition',
      'decision',
      'item',
      'statement',
      'count',
      'grid',
      'list',
      'pointer',
      'passage',
      'ranking',
    ],
    accepts: (path) => /\.(?:md|markdown|mdx)$/i.test(path),
    async prepare() {
      parser = await loadMarkdownParser(only);
      for (const reader of readers) await reader.prepare?.();
    },
    read(source: Source, context: ReadingContext): Facts {
      if (!parser) throw new Error('markdownReader: prepare() comes before read()');
      const { document, problems } = openDocument(source, context, parser);
      const facts = {
        nodes: [] as NodeFact[],
        edges: [] as EdgeFact[],
        mentions: [] as Mention[],
        parts: [] as Part[],
        problems: [...problems] as Problem[],
      };
      const claimed: Span[] = [];
      for (const reader of readers) {
        const said = reader.read(document, claimed);
        facts.nodes.push(...(said.nodes ?? []));
        facts.edges.push(...(said.edges ?? []));
        facts.mentions.push(...(said.mentions ?? []));
        facts.parts.push(...(said.parts ?? []));
        facts.problems.push(...(said.problems ?? []));
        claimed.push(...(said.spans ?? []));
      }
      return facts;
    },
  };
}
