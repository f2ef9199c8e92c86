/** What opened a span. */
export interface Opener {
  readonly at: number;
  readonly text: string;
  /** What its capturing group holds: the word that ends a here-document. */
  readonly word: string | undefined;
}

/** Where a span ends: given the text, the offset after its opener, and the opener. */
export type SpanEnd = (text: string, from: number, opener: Opener) => number;

/** The opener is the whole span. */
export const here: SpanEnd = (_text, from) => from;

/** To the end of the line, the line break left out. */
export const line: SpanEnd = (text, from) => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

/** To the first `close`, or to the end of the text. */
export function until(close: string): SpanEnd {
  return (text, from) => {
    const end = text.indexOf(close, from);
    return end === -1 ? text.length : end + close.length;
  };
}

/** As `until`, counting spans of the same kind inside. */
export function nested(open: string, close: string): SpanEnd {
  return (text, from) => {
    let depth = 1;
    let at = from;
    while (depth > 0) {
      const end = text.indexOf(close, at);
      if (end === -1) return text.length;
      const inner = text.indexOf(open, at);
      if (inner !== -1 && inner < end) {
        depth += 1;
        at = inner + open.length;
      } else {
        depth -= 1;
        at = end + close.length;
      }
    }
    return at;
  };
}

/** A quoted string with backslash escapes on one line; an unclosed one ends with its line. */
export function quoted(quote: string): SpanEnd {
  return (text, from) => {
    for (let at = from; at < text.length; at += 1) {
      const char = text[at];
      if (char === '\\') at += 1;
      else if (char === quote) return at + 1;
      else if (char === '\n') return at;
    }
    return text.length;
  };
}

/** A quoted string with backslash escapes over any number of lines. */
export function quotedLines(quote: string): SpanEnd {
  return (text, from) => {
    let at = from;
    for (;;) {
      const end = text.indexOf(quote, at);
      if (end === -1) return text.length;
      const backslash = text.indexOf('\\', at);
      if (backslash === -1 || backslash > end) return end + quote.length;
      at = backslash + 2;
    }
  };
}

/** A quoted string over any number of lines in which the quote is escaped by doubling it. */
export function doubled(quote: string): SpanEnd {
  return (text, from) => {
    let at = from;
    for (;;) {
      const end = text.indexOf(quote, at);
      if (end === -1) return text.length;
      if (text[end + 1] !== quote) return end + 1;
      at = end + 2;
    }
  };
}

/** To the line that holds only the word the opener names; the opener's own line is part of it. */
export const heredoc: SpanEnd = (text, from, opener) => {
  const { word } = opener;
  if (word === undefined) return from;
  const close = new RegExp(`^[ \\t]*${word}\\b`, 'gm');
  close.lastIndex = line(text, from, opener);
  const found = close.exec(text);
  return found === null ? text.length : found.index + found[0].length;
};

/** To whatever the opener says closes it. */
export function closedBy(close: (opener: string) => string): SpanEnd {
  return (text, from, opener) => until(close(opener.text))(text, from, opener);
}
