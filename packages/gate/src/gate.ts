import type { EdgeFact, GraphView, NodeKind, Place, Settings, Severity, Stop } from '@iama/model';

/** A message per code: from plain data to one sentence without a final period. */
// biome-ignore lint/suspicious/noExplicitAny: each message names its own data; `Found` gives it back exactly.
export type Messages = Readonly<Record<string, (data: any) => string>>;

/** Whatever a finding can be about: a node, an edge, a mention, or a bare place. */
export interface About {
  readonly at: Place;
  readonly id?: string;
}

export interface RawFinding {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly subject: string;
  /** More words that tell two findings about one subject apart; they go into the id. */
  readonly keys: readonly string[];
  readonly at: Place;
  readonly related: readonly { readonly note: string; readonly at: Place }[];
  readonly stop?: Stop;
  readonly severity?: Severity;
  readonly hint?: string;
}

/** Said instead of a finding when the gate has nothing it could judge by: never a pass. */
export interface Unjudged {
  readonly unverified: string;
  readonly at?: Place;
}

export interface Elsewhere {
  readonly related?: readonly { readonly note: string; readonly at: Place }[];
  readonly stop?: Stop;
  readonly subject?: string;
  readonly keys?: readonly string[];
  /** Lower than the gate's own: what only a guess links is `info`. */
  readonly severity?: Severity;
  readonly hint?: string;
}

/** One constructor per message code. */
export type Found<M extends Messages> = {
  readonly [C in keyof M]: (data: Parameters<M[C]>[0], about: About | EdgeFact, elsewhere?: Elsewhere) => RawFinding;
};

/** Documents and code held in memory, and what the gate says of them: test, documentation and `iama explain` at once. */
export interface Example {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  /** `path:line code`, in report order; empty: the gate stays quiet. `unverified` alone: it says it can't judge. */
  readonly expect: readonly string[];
}

export interface GateSpec<R extends NodeKind, M extends Messages> {
  /** `package/fault`. */
  readonly id: `${string}/${string}`;
  /** The law as one true sentence without a period. */
  readonly title: string;
  /** Phase of the workflow, 0–10; -1: always on. */
  readonly phase: number;
  readonly severity: Severity;
  readonly since: `${number}.${number}.${number}`;
  /** Section of the workflow that demands it. */
  readonly source: string;
  readonly rationale: string;
  readonly hint: string;
  readonly reads: readonly R[];
  readonly messages: M;
  readonly examples: readonly [Example, Example, ...Example[]];
  evaluate(graph: GraphView<R>, found: Found<M>): Iterable<RawFinding | Unjudged>;
}

/** A gate whose types are forgotten, so that gates stand in one list. */
export interface Gate extends Omit<GateSpec<NodeKind, Messages>, 'evaluate'> {
  readonly package: string;
  run(graph: GraphView): Iterable<RawFinding | Unjudged>;
}

/** Makes a gate of its declaration. The type of `graph` allows only the kinds in `reads`. */
export function defineGate<R extends NodeKind, M extends Messages>(spec: GateSpec<R, M>): Gate {
  const found = {} as { [C in keyof M]: Found<M>[C] };
  for (const code of Object.keys(spec.messages) as (keyof M & string)[]) {
    found[code] = (data, about, elsewhere = {}) => {
      const message = spec.messages[code];
      const subject = elsewhere.subject ?? ('id' in about ? about.id : undefined) ?? `${about.at.path}`;
      return {
        code,
        data,
        message: message ? message(data) : code,
        subject,
        keys: elsewhere.keys ?? [],
        at: about.at,
        related: elsewhere.related ?? [],
        ...(elsewhere.stop ? { stop: elsewhere.stop } : {}),
        ...(elsewhere.severity ? { severity: elsewhere.severity } : {}),
        ...(elsewhere.hint ? { hint: elsewhere.hint } : {}),
      };
    };
  }
  return {
    ...spec,
    package: spec.id.slice(0, spec.id.indexOf('/')),
    run: (graph) => spec.evaluate(graph as unknown as GraphView<R>, found),
  };
}
