/**
 * The small language a TypeScript or JavaScript file is lowered to. It keeps what decides routes and constants
 * (names, literals, calls, closures, classes) and nothing else; it is plain data, so that it can be cached
 * and run later, when all files are known.
 */
export interface Script {
  readonly path: string;
  /** Local name → where it comes from; `name` is `default`, `*` or the exported name. */
  readonly imports: Readonly<Record<string, { readonly from: string; readonly name: string }>>;
  readonly body: readonly Statement[];
}

/** Line and column, 1-based. */
export type Spot = readonly [line: number, column: number];

/** A plain string is a literal text. */
export type Expression =
  | string
  | { readonly op: 'value'; readonly value: number | boolean | null }
  | { readonly op: 'join'; readonly parts: readonly Expression[] }
  | { readonly op: 'name'; readonly name: string }
  /** A name another file gives, wherever the expression is evaluated from. */
  | { readonly op: 'imported'; readonly from: string; readonly name: string }
  | { readonly op: 'this' }
  | { readonly op: 'member'; readonly of: Expression; readonly key: Expression }
  | CallExpression
  | { readonly op: 'function'; readonly code: FunctionCode }
  | { readonly op: 'class'; readonly code: ClassCode }
  | { readonly op: 'object'; readonly entries: readonly Entry[] }
  | { readonly op: 'list'; readonly items: readonly Expression[] }
  | { readonly op: 'spread'; readonly of: Expression }
  /** `missing`: the second when the first has no value (`??`, `||`); `condition`: one of them, nobody knows which. */
  | { readonly op: 'either'; readonly when: 'missing' | 'condition'; readonly of: readonly Expression[] }
  | { readonly op: 'import'; readonly from: Expression }
  | { readonly op: 'assign'; readonly to: Expression; readonly value: Expression }
  /** A value nobody gives here, of a class the type names. */
  | { readonly op: 'typed'; readonly type: string }
  /** What can't be said in this language, as written, shortened. */
  | { readonly op: 'other'; readonly text: string };

export interface CallExpression {
  readonly op: 'call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
  readonly at: Spot;
  /** `new`. */
  readonly make?: true;
}

/** Key and value; without a key the value is spread into the object. */
export type Entry = readonly [key: Expression | null, value: Expression];

export type Pattern =
  | { readonly name: string; readonly fallback?: Expression; readonly rest?: undefined }
  | { readonly keys: readonly (readonly [key: string, pattern: Pattern])[]; readonly rest?: string }
  | { readonly items: readonly (Pattern | null)[]; readonly rest?: string };

export interface Parameter {
  readonly pattern: Pattern;
  /** The type as written, shortened. */
  readonly type?: string;
  readonly rest?: true;
  /** A TypeScript parameter property: also a field of the instance. */
  readonly field?: true;
}

export interface FunctionCode {
  readonly name?: string;
  /** The declared type of the variable it is the value of, as written, shortened. */
  readonly type?: string;
  readonly params: readonly Parameter[];
  /** Absent: nothing in it decides a route or a constant. */
  readonly body?: readonly Statement[];
  readonly arrow?: true;
  /** What an unnamed function calls that looks like checking who asks, as written. */
  readonly hint?: string;
  readonly at: Spot;
  readonly lastLine: number;
}

export interface ClassCode {
  readonly name?: string;
  readonly extends?: Expression;
  readonly decorators: readonly Expression[];
  readonly fields: readonly { readonly key: string; readonly value: Expression; readonly static?: true }[];
  readonly methods: readonly MethodCode[];
  readonly at: Spot;
}

export interface MethodCode {
  readonly key: string;
  readonly code: FunctionCode;
  readonly decorators: readonly Expression[];
  readonly static?: true;
  readonly getter?: true;
}

export type Statement =
  | { readonly do: 'let'; readonly pattern: Pattern; readonly value: Expression }
  | { readonly do: 'run'; readonly value: Expression }
  | { readonly do: 'return'; readonly value: Expression }
  | { readonly do: 'block'; readonly body: readonly Statement[] }
  | {
      readonly do: 'each';
      readonly keys?: true;
      readonly pattern: Pattern;
      readonly of: Expression;
      readonly body: readonly Statement[];
    }
  /** Name `=` is CommonJS's `module.exports = value`. */
  | { readonly do: 'export'; readonly name: string; readonly value: Expression }
  /** Without names everything is passed on; `as` gives the whole module one name. */
  | {
      readonly do: 'pass';
      readonly from: string;
      readonly names?: readonly (readonly [imported: string, exported: string])[];
      readonly as?: string;
    };
