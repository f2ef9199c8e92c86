/** File names of documents in a text, as written: in code spans, bare, or in capitals without an ending. */
export function documentNames(text: string): string[] {
  const found = [
    ...text.matchAll(
      /`([^`\s]+\.(?:md|mdx|markdown))`|(?<![\w/`])((?:[\w.-]+\/)*[\w.-]+\.(?:md|mdx|markdown))\b|`([A-Z][A-Z]+(?:_[A-Z]+)+)`/gi,
    ),
  ];
  const names = found.map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return [...new Set(names.filter((name) => /\.\w+$/.test(name) || name === name.toUpperCase()))];
}

/** Names a text could be looked up by: code spans, ids, and endpoints without their marks. */
export function namesIn(text: string): string[] {
  const spans = [...text.matchAll(/`([^`]+)`/g)].map((match) => (match[1] ?? '').trim());
  const ids = [...text.matchAll(/(?<![\w-])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d{1,4}[A-Z]?(?![\w-])/g)].map(([id]) => id);
  return [...new Set([...spans.filter((span) => span.length > 2 && !/\.(?:md|mdx|markdown)$/i.test(span)), ...ids])];
}
