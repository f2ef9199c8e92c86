import type { SpanEnd } from './span-end.ts';
import { closedBy, doubled, here, heredoc, line, nested, quoted, quotedLines, until } from './span-end.ts';

/** `documentation` is a string literal that documents what it stands in. `code` is skipped text that is neither. */
export type SpanKind = 'comment' | 'string' | 'documentation' | 'code';

/** One way a comment or a string literal begins, and where it ends. */
export interface SpanRule {
  readonly kind: SpanKind;
  /** Regular expression source, whose only capturing group, if any, is the word a here-document ends with. */
  readonly open: string;
  readonly end: SpanEnd;
  /** Another syntax stands inside; the span itself is nothing. */
  readonly inside?: () => Syntax;
  /** Code inside the span, in which comments may stand. */
  readonly holes?: (text: string, from: number, end: number) => readonly (readonly [number, number])[];
  /** What it is where it stands, when that depends on what comes before; undefined: no span at all. */
  readonly judge?: (text: string, at: number, lastComment: readonly [number, number]) => SpanKind | undefined;
}

export type Syntax = readonly SpanRule[];

const comment = (open: string, end: SpanEnd): SpanRule => ({ kind: 'comment', open, end });
const text = (open: string, end: SpanEnd): SpanRule => ({ kind: 'string', open, end });

export const slashes = comment('//', line);
export const block = comment('/\\*', until('*/'));
export const nestedBlock = comment('/\\*', nested('/*', '*/'));
export const hash = comment('#', line);
export const dashes = comment('--', line);
export const semicolon = comment(';', line);
export const markup = comment('<!--', until('-->'));
export const double = text('"', quoted('"'));
export const single = text("'", quoted("'"));
export const doubleLines = text('"', quotedLines('"'));
export const singleLines = text("'", quotedLines("'"));
export const character = text("'(?:\\\\u\\{[^}\\n]*\\}|\\\\.[^'\\n]{0,8}|[^\\\\'\\n])'", here);
export const tripleDouble = text('"""', quotedLines('"""'));
export const tripleSingle = text("'''", quotedLines("'''"));
export const backtick = text('`', until('`'));
export const skipEscaped: SpanRule = { kind: 'code', open: '\\\\[\\s\\S]', end: here };
const hereText = (open: string): SpanRule => text(open, heredoc);

const c: Syntax = [
  slashes,
  block,
  text(
    'R"[^ ()\\\\\\n]{0,16}\\(',
    closedBy((o) => `)${o.slice(2, -1)}"`),
  ),
  double,
  character,
];

/** Comments and strings of families of languages; `lexing/language.ts` says which language has which. */
export const syntaxes = {
  c,
  java: [slashes, block, tripleDouble, double, character],
  csharp: [
    slashes,
    block,
    text(
      '\\$*"""+',
      closedBy((o) => o.replace(/^\$+/, '')),
    ),
    text('(?:\\$@|@\\$?)"', doubled('"')),
    double,
    character,
  ],
  go: [slashes, block, backtick, double, character],
  rust: [
    slashes,
    nestedBlock,
    text(
      'b?r#*"',
      closedBy((o) => `"${o.replace(/[^#]/g, '')}`),
    ),
    doubleLines,
    character,
  ],
  kotlin: [slashes, nestedBlock, text('"""', until('"""')), double, character],
  scala: [slashes, nestedBlock, text('"""', until('"""')), double, character],
  swift: [
    slashes,
    nestedBlock,
    text(
      '#+"',
      closedBy((o) => `"${o.slice(0, -1)}`),
    ),
    tripleDouble,
    double,
  ],
  dart: [
    slashes,
    nestedBlock,
    text('r"""', until('"""')),
    text("r'''", until("'''")),
    tripleDouble,
    tripleSingle,
    double,
    single,
  ],
  groovy: [slashes, block, tripleDouble, tripleSingle, double, single],
  zig: [slashes, text('\\\\\\\\', line), double, character],
  css: [block, double, single],
  scss: [block, comment('(?<!:)//', line), double, single],
  proto: [slashes, block, double, single],
  hcl: [hash, slashes, block, hereText('<<-?([A-Za-z_]\\w*)'), double],
  shell: [
    skipEscaped,
    hereText('(?<!<)<<[-~]?\\s*[\'"\\\\]?([A-Za-z_]\\w*)'),
    comment('(?<=^|[\\s;&|()])#', line),
    text("'", until("'")),
    doubleLines,
  ],
  powershell: [
    comment('<#', until('#>')),
    comment('(?<=^|[\\s;(){}|])#', line),
    text('@"', until('\n"@')),
    text("@'", until("\n'@")),
    text("'", doubled("'")),
    text('"', doubled('"')),
  ],
  ruby: [
    comment('^=begin\\b', until('\n=end')),
    hereText('<<[~-][\'"`]?([A-Za-z_]\\w*)'),
    hereText('(?<=[\\s(=,])<<[\'"`]?([A-Z_]{2,})'),
    comment('(?<![\\w$?])#(?!\\{)', line),
    doubleLines,
    singleLines,
  ],
  perl: [comment('^=[a-z]\\w*', until('\n=cut')), comment('(?<=^|[\\s;{}(),])#', line), doubleLines, singleLines],
  php: [
    { kind: 'code', open: '\\?>', end: until('<?') },
    slashes,
    block,
    comment('#(?!\\[)', line),
    hereText('<<<[ \\t]*[\'"]?([A-Za-z_]\\w*)'),
    doubleLines,
    singleLines,
  ],
  hashOnly: [hash],
  hashQuoted: [hash, double, single],
  hashAtStart: [comment('^[ \\t]*#', line)],
  make: [comment('(?<=^|\\s)#', line)],
  ini: [comment('^[ \\t]*[#;]', line)],
  toml: [hash, tripleDouble, text("'''", until("'''")), double, text("'", until("'"))],
  elixir: [
    hash,
    { kind: 'documentation', open: '(?<=@(?:module|type)?doc\\s+(?:~[sS])?)"""', end: until('"""') },
    text('"""', until('"""')),
    doubleLines,
    single,
  ],
  julia: [comment('#=', nested('#=', '=#')), hash, tripleDouble, double, character],
  r: [hash, doubleLines, singleLines],
  nim: [comment('#\\[', nested('#[', ']#')), hash, tripleDouble, double, character],
  nix: [hash, block, text("''", until("''")), doubleLines],
  cmake: [comment('#\\[\\[', until(']]')), hash, doubleLines],
  graphql: [hash, { kind: 'documentation', open: '"""', end: until('"""') }, double],
  sql: [dashes, nestedBlock, text("'", doubled("'")), text('"', doubled('"')), backtick],
  lua: [
    comment(
      '--\\[=*\\[',
      closedBy((o) => `]${o.slice(3, -1)}]`),
    ),
    dashes,
    text(
      '\\[=*\\[',
      closedBy((o) => `]${o.slice(1, -1)}]`),
    ),
    double,
    single,
  ],
  haskell: [comment('\\{-', nested('{-', '-}')), comment('--+(?![!#$%&*+./<=>?@\\\\^|~:])', line), double, character],
  elm: [comment('\\{-', nested('{-', '-}')), dashes, tripleDouble, double, character],
  ocaml: [comment('\\(\\*', nested('(*', '*)')), doubleLines, character],
  fsharp: [comment('\\(\\*(?!\\))', nested('(*', '*)')), slashes, tripleDouble, doubleLines, character],
  pascal: [slashes, comment('\\{(?!\\$)', until('}')), comment('\\(\\*', until('*)')), text("'", doubled("'"))],
  ada: [dashes, double, text("'.'", here)],
  lisp: [semicolon, comment('#\\|', nested('#|', '|#')), doubleLines, text('\\\\.', here)],
  erlang: [comment('%', line), doubleLines, text('\\$\\\\?.', here)],
  matlab: [comment('^[ \\t]*%\\{[ \\t]*$', until('\n%}')), comment('%', line), double],
  fortran: [comment('!', line), text("'", doubled("'")), text('"', doubled('"'))],
  basic: [comment("'", line), double],
  batch: [comment('^[ \\t]*@?(?:[Rr][Ee][Mm]\\b|::)', line)],
  gherkin: [comment('^[ \\t]*#', line)],
} as const satisfies Record<string, Syntax>;
