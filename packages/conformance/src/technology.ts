import { twinPaths } from '@iama/gate';
import type { GraphView, NodeFact, Place } from '@iama/model';

/** A technology that a document mandates or forbids. */
export interface TechnologyRule {
  readonly technology: string;
  readonly text: string;
  readonly at: Place;
  /** The decision's id, or the document. */
  readonly by: string;
  readonly version?: string;
}

export type TechnologyGraph = GraphView<'decision' | 'item' | 'dependency' | 'document'>;

/** Statuses of decisions that bind nobody: not taken yet, or not any more. */
const unbinding = /propos|draft|reject|supersed|deprecat|withdrawn|rfc|pending|obsolete/i;

/** What decisions in force and other documents say about technologies. */
export function technologyRules(graph: TechnologyGraph, kind: 'mandated' | 'forbidden'): TechnologyRule[] {
  const twins = twinPaths(graph);
  const rules: TechnologyRule[] = [];
  for (const decision of graph.nodes('decision')) {
    const { status, supersededBy } = decision.attributes;
    if (unbinding.test(status ?? '') || supersededBy.length > 0 || twins.has(decision.at.path)) continue;
    for (const { technologies, text, line } of decision.attributes[kind]) {
      for (const technology of technologies)
        rules.push({ technology, text, at: { ...decision.at, line }, by: decision.id });
    }
  }
  for (const item of graph.nodes('item')) {
    const { list, technologies, text, version } = item.attributes;
    if (list !== `technology-${kind}` || twins.has(item.at.path)) continue;
    for (const technology of technologies ?? []) {
      rules.push({ technology, text, at: item.at, by: item.at.path, ...(version === undefined ? {} : { version }) });
    }
  }
  return rules;
}

/** Packages and images whose names do not hold the name of what they are for. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  postgresql: ['pg', 'postgres', 'psycopg', 'psycopg2', 'asyncpg', 'pgx'],
  mongodb: ['mongo', 'mongoose', 'pymongo', 'motor'],
  rabbitmq: ['amqplib', 'pika', 'amqp'],
  kafka: ['kafkajs', 'confluentkafka', 'aiokafka'],
  redis: ['ioredis'],
  elasticsearch: ['elastic'],
  kubernetes: ['k8s'],
};

/**
 * True when a dependency is the named technology: the same letters (`BullMQ` is `bullmq`), one word of its name with at
 * most a suffix of its ecosystem (`Temporal.io` is `@temporalio/client`), or one of the names it is published under.
 */
export function isTechnology(dependency: string, technology: string): boolean {
  const wanted = plain(technology).replace(/(?:io|js|sdk|framework|library|server)$/, '');
  if (wanted.length < 2) return false;
  const words = dependency
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const names = [plain(technology), wanted, ...(otherNames[plain(technology)] ?? [])];
  if (names.includes(plain(dependency))) return true;
  return words.some((word) =>
    names.some((name) => name.length >= 3 && (word === name || suffixes.some((suffix) => word === name + suffix))),
  );
}

const suffixes = ['io', 'js', 'py', 'ai', 'sdk', 'db', 'ts'];

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** Dependencies that a manifest, an image or an import brings in; each place once. */
export function dependencies(graph: TechnologyGraph): NodeFact<'dependency'>[] {
  return graph.nodes('dependency', { side: 'observed' });
}
