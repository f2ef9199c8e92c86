/** Where a node stands: offsets of its first and after its last character. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Expression =
  | Name
  | Text
  | (Span & { readonly type: 'number'; readonly value: number })
  | (Span & { readonly type: 'constant'; readonly value: boolean | null })
  | Member
  | (Span & { readonly type: 'item'; readonly of: Expression; readonly keys: readonly Expression[] })
  | Call
  | Items
  | (Span & { readonly type: 'dict'; readonly entries: readonly DictEntry[] })
  | (Span & { readonly type: 'binary'; readonly op: string; readonly left: Expression; readonly right: Expression })
  | (Span & { readonly type: 'unary'; readonly op: string; readonly of: Expression })
  | (Span & {
      readonly type: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    })
  | (Span & { readonly type: 'lambda'; readonly params: readonly Parameter[]; readonly body: Expression })
  | Comprehension
  | (Span & { readonly type: 'star'; readonly of: Expression })
  | (Span & { readonly type: 'named'; readonly name: string; readonly value: Expression })
  /** Anything else: its inner expressions stay reachable. */
  | (Span & { readonly type: 'other'; readonly inner: readonly Expression[] });

export interface Name extends Span {
  readonly type: 'name';
  readonly name: string;
}

/** A string, an f-string, or several written beside each other. */
export interface Text extends Span {
  readonly type: 'text';
  readonly pieces: readonly (Expression | TextPiece)[];
}

export interface TextPiece extends Span {
  readonly type: 'piece';
  readonly value: string;
}

export interface Member extends Span {
  readonly type: 'member';
  readonly of: Expression;
  readonly name: string;
}

export interface Call extends Span {
  readonly type: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
}

export interface Argument {
  readonly name?: string;
  /** `*` or `**` before it. */
  readonly spread?: '*' | '**';
  readonly value: Expression;
}

export interface Items extends Span {
  readonly type: 'list' | 'tuple' | 'set';
  readonly items: readonly Expression[];
}

/** Without a key its value is spread. */
export interface DictEntry {
  readonly key?: Expression;
  readonly value: Expression;
}

export interface Comprehension extends Span {
  readonly type: 'comprehension';
  readonly of: 'list' | 'set' | 'dict' | 'generator';
  readonly element: Expression;
  readonly value?: Expression;
  readonly clauses: readonly {
    readonly targets: readonly Expression[];
    readonly iterable: Expression;
    readonly tests: readonly Expression[];
  }[];
}

export interface Parameter extends Span {
  readonly name: string;
  readonly annotation?: Expression;
  readonly fallback?: Expression;
  readonly star?: '*' | '**';
}

export interface FunctionDefinition extends Span {
  readonly type: 'function';
  readonly name: string;
  readonly nameAt: number;
  readonly params: readonly Parameter[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
  /** Its body was left out. */
  readonly bare?: true;
}

export interface ClassDefinition extends Span {
  readonly type: 'class';
  readonly name: string;
  readonly nameAt: number;
  readonly args: readonly Argument[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
}

/** One bound name: of `import a.b as c`, `from .a import b`. Without `name` the module itself is bound. */
export interface ImportedName {
  /** Dots in front as written. */
  readonly from: string;
  readonly name?: string;
  readonly as: string;
}

export interface Import extends Span {
  readonly type: 'import';
  readonly names: readonly ImportedName[];
}

export type Statement =
  | Import
  | FunctionDefinition
  | ClassDefinition
  | (Span & {
      readonly type: 'assign';
      readonly targets: readonly Expression[];
      readonly annotation?: Expression;
      readonly value?: Expression;
    })
  | (Span & { readonly type: 'augment'; readonly target: Expression; readonly op: string; readonly value: Expression })
  | (Span & { readonly type: 'expression'; readonly value: Expression })
  | (Span & { readonly type: 'return' | 'raise' | 'assert'; readonly values: readonly Expression[] })
  | (Span & {
      readonly type: 'if';
      readonly branches: readonly { readonly test?: Expression; readonly body: readonly Statement[] }[];
    })
  | (Span & {
      readonly type: 'for';
      readonly targets: readonly Expression[];
      readonly iterable: Expression;
      readonly body: readonly Statement[];
    })
  | (Span & {
      readonly type: 'with';
      readonly items: readonly { readonly value: Expression; readonly as?: Expression }[];
      readonly body: readonly Statement[];
    })
  /** `try`, `while`, `match`: their expressions, and their bodies one after another. */
  | (Span & {
      readonly type: 'block';
      readonly tests: readonly Expression[];
      readonly bodies: readonly (readonly Statement[])[];
    });

export type Node = Expression | Statement | TextPiece | Parameter;
