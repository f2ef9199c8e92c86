import type { EdgeFact, EdgeKind, Mention, NodeKind, NodeRef } from '@iama/model';
import { EndpointShapes } from './endpoint-shapes.ts';
import { RequirementFamilies } from './requirement-family.ts';

/** Every name the sources define, by kind: what a mention can mean. */
export type DefinedNames = ReadonlyMap<NodeKind, ReadonlySet<string>>;

/** Kinds whose names are looked for in texts. */
export const namedKinds = [
  'requirement',
  'decision',
  'endpoint',
  'table',
  'column',
  'state',
  'error-code',
  'config-key',
] as const satisfies readonly NodeKind[];

/** Kinds a code span can name, in order: the first kind that defines the name wins. */
const spanKinds = ['table', 'column', 'state', 'error-code', 'config-key', 'decision'] as const;

/** What stands inside these is about the requirement it names. */
const specifying: ReadonlySet<NodeKind> = new Set([
  'endpoint',
  'table',
  'column',
  'transition',
  'state',
  'decision',
  'item',
  'invariant',
  'config-key',
  'error-code',
]);

/** Decides what mentions mean, from the names that all sources define. An id in a test file is what the test verifies. */
export function mentionResolver(names: DefinedNames, testFiles: ReadonlySet<string>): (mention: Mention) => EdgeFact[] {
  const defined = (kind: NodeKind) => names.get(kind) ?? new Set<string>();
  const families = new RequirementFamilies(defined('requirement'));
  const endpoints = new EndpointShapes(defined('endpoint'));

  const bare = new Map([...defined('requirement')].map((id) => [bareId(id), id]));

  // A function's name has no dashes (`test_fr_001`), and a title may name what only looks like an id (`UTF-8`).
  const inTitle = (token: string): NodeRef[] => {
    const id = bare.get(bareId(token)) ?? (families.has(token) ? token : undefined);
    return id === undefined ? [] : [{ kind: 'requirement', id }];
  };

  const targets = (mention: Mention): NodeRef[] => {
    const { form, token } = mention;
    if (form === 'id') {
      for (const kind of ['requirement', 'decision'] as const) {
        if (defined(kind).has(token)) return [{ kind, id: token }];
      }
      const upper = token.toUpperCase();
      if (defined('requirement').has(upper)) return [{ kind: 'requirement', id: upper }];
      if (mention.context === 'test title') return inTitle(token);
      if (mention.range !== undefined) return [];
      return families.has(token) || mention.verb !== undefined ? [{ kind: 'requirement', id: token }] : [];
    }
    if (form === 'endpoint') return endpoints.find(token).map((id) => ({ kind: 'endpoint', id }));
    if (form === 'name') {
      const kind = spanKinds.find((candidate) => defined(candidate).has(token));
      return kind ? [{ kind, id: token }] : [];
    }
    return [];
  };

  return (mention) => {
    if (mention.negated) return [];
    const from = mention.within ?? { kind: 'document', id: mention.at.path };
    return targets(mention)
      .filter((to) => to.kind !== from.kind || to.id !== from.id)
      .map((to) => ({
        kind: edgeKind(mention, from, to.kind, testFiles),
        from,
        to,
        at: mention.at,
        how: mention.verb === undefined ? 'derived' : 'declared',
        evidence: mention.evidence,
      }));
  };
}

function edgeKind(mention: Mention, from: NodeRef, to: NodeKind, testFiles: ReadonlySet<string>): EdgeKind {
  if (to !== 'requirement') return 'mentions';
  if (from.kind === 'test') return 'verifies';
  if (mention.verb === 'verifies' || mention.verb === 'implements') return mention.verb;
  if (from.kind === 'file') return testFiles.has(from.id) ? 'verifies' : 'implements';
  return specifying.has(from.kind) ? 'specifies' : 'mentions';
}

function bareId(id: string): string {
  return id.replace(/[-_.~]/g, '').toUpperCase();
}
