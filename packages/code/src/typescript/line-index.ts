/** Turns offsets of one text into 1-based lines and columns. */
export interface LineIndex {
  lineAt(offset: number): number;
  columnAt(offset: number): number;
}

/** Indexes the line starts of a text once; `\n`, `\r\n` and `\r` end a line. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return { lineAt, columnAt: (offset) => offset - (starts[lineAt(offset) - 1] as number) + 1 };
}
