import type { EdgeFact, NodeFact } from '@iama/model';
import { endpointShape } from '@iama/model';
import type { Document, Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import type { Declaration } from './declaration.ts';
import { stronger } from './declaration.ts';
import { declaredByFence } from './declared-by-fence.ts';
import { declaredByHeading } from './declared-by-heading.ts';
import { declaredByLine } from './declared-by-line.ts';
import { declaredByPair } from './declared-by-pair.ts';
import { declaredByTable } from './declared-by-table.ts';
import { definesNothing } from './defines-nothing.ts';
import type { EndpointFacts } from './endpoint-node.ts';
import { endpointNode } from './endpoint-node.ts';
import { errorCodeNodes, listCodes } from './error-codes.ts';
import { namesMethod } from './find-endpoints.ts';
import { guardedSections } from './guarded-sections.ts';
import { sectionsAround } from './sections-around.ts';
import { settleDeclarations } from './settle-declarations.ts';

const concerned = /error|code|denial|错误|에러|오류|エラー|ошиб|fehler|erreur|xato|lỗi/i;

/**
 * Endpoints, error codes and the codes endpoints reply with, from documents that specify an interface.
 * A contract defines in every form; another document only by a full block with request or reply.
 *
 * @implements IAMA-READ-004
 */
export const apiContract: DocumentReader = {
  name: 'apiContract',
  read(document) {
    const contract = document.role === 'api-contract';
    const named = namesMethod(document.text);
    if (!named && !(contract && concerned.test(document.text))) return {};
    const listed = contract ? listCodes(document) : [];
    const facts = named ? readEndpoints(document, new Set(listed.map(({ code }) => code))) : [];
    const spans: Span[] = facts.map(({ node, from }) => ({
      node: { kind: 'endpoint', id: node.id },
      line: from,
      lastLine: node.attributes.lastLine ?? node.at.line,
    }));
    const nodes: NodeFact[] = [...facts.map(({ node }) => node), ...errorCodeNodes(document, listed, spans)];
    const edges: EdgeFact[] = facts.flatMap(({ edges: said }) => said);
    return { nodes, edges, spans };
  },
};

const apiSection =
  /^(?:\d[\d.]*\s*)?(?:(?:rest|http|web|public|json)\s+)?(?:apis?|endpoints?|routes?)\b|\bapi (?:endpoints?|reference|routes?|overview|documentation)\b|接口|엔드포인트|エンドポイント/i;
const elsewhere = /\]\((?!https?:)[^)]*(?:api|openapi|swagger|contract|endpoint)[^)]*\.(?:md|mdx|ya?ml|json)[^)]*\)/i;

/** A readme with an API section of its own that links to no other document of the interface: nothing else would define it. */
function isOnlyReference(document: Document): boolean {
  return (
    document.role === 'index' &&
    document.sections.some(({ title }) => apiSection.test(title)) &&
    !elsewhere.test(document.text)
  );
}

/** Whether a declaration defines by itself, or only with a request or reply in its block. */
function trust(document: Document): (one: Declaration) => boolean {
  if (document.role === 'api-contract') return () => true;
  if (!isOnlyReference(document)) return () => false;
  return ({ section }) => sectionsAround(section).some(({ title, level }) => level > 1 && apiSection.test(title));
}

function readEndpoints(document: Document, known: ReadonlySet<string>): EndpointFacts[] {
  const trusted = trust(document);
  const declared = collectDeclarations(document).filter(
    (one) => trusted(one) || (one.form !== 'row' && one.form !== 'example'),
  );
  if (declared.length === 0) return [];
  const settled = settleDeclarations(document, declared);
  const guarded = guardedSections(document, settled);
  const byId = new Map<string, EndpointFacts>();
  for (const one of settled) {
    const facts = endpointNode(document, one, known, guarded(one.declaration.section));
    if (!trusted(one.declaration) && (facts.form === 'item' || (!facts.full && facts.weight === 0))) continue;
    const other = byId.get(facts.node.id);
    if (!other) byId.set(facts.node.id, facts);
    else byId.set(facts.node.id, better(other, facts));
  }
  const found = [...byId.values()];
  const strong = new Set(found.filter((one) => !isWeak(one)).map(({ node }) => endpointShape(node.id)));
  return found
    .filter((one) => !isWeak(one) || !strong.has(endpointShape(one.node.id)))
    .sort((a, b) => a.node.at.line - b.node.at.line || a.node.at.column - b.node.at.column);
}

/** A row or item retells what a block of its own says, whatever either calls the parameters. */
function isWeak({ form }: EndpointFacts): boolean {
  return form === 'row' || form === 'item' || form === 'example';
}

/** Of two places for one endpoint: the one that says more; what only the other says about access and purpose is kept. */
function better(a: EndpointFacts, b: EndpointFacts): EndpointFacts {
  const second =
    isWeak(a) !== isWeak(b) ? isWeak(a) : a.weight !== b.weight ? b.weight > a.weight : stronger(b.form, a.form);
  const [kept, other] = second ? [b, a] : [a, b];
  const { protected: guarded, summary } = other.node.attributes;
  return {
    ...kept,
    node: {
      ...kept.node,
      attributes: {
        ...kept.node.attributes,
        ...(kept.node.attributes.protected === undefined && guarded !== undefined ? { protected: guarded } : {}),
        ...(kept.node.attributes.summary === undefined && summary !== undefined ? { summary } : {}),
      },
    },
  };
}

function collectDeclarations(document: Document): Declaration[] {
  const found: Declaration[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'heading') found.push(...declaredByHeading(document, block));
    else if (block.kind === 'paragraph' || block.kind === 'html') found.push(...declaredByLine(document, block));
    else if (block.kind === 'code') found.push(...declaredByFence(document, block, index));
    else if (block.kind === 'table') found.push(...declaredByTable(document, block, index));
  }
  found.push(...declaredByPair(document));
  return found.filter(
    (one) =>
      (!one.path.wildcard || one.form === 'heading' || one.form === 'line') &&
      !definesNothing(document, one.form === 'heading' ? one.section.parent : one.section, one.form),
  );
}
