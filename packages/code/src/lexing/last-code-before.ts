/** The offset after the last character before `at` that is neither white space nor in the comment just before. */
export function lastCodeBefore(text: string, at: number, lastComment: readonly [number, number]): number {
  let before = at;
  for (;;) {
    while (before > 0 && text.charCodeAt(before - 1) <= 32) before -= 1;
    if (before !== lastComment[1] || before <= lastComment[0]) return before;
    before = lastComment[0];
  }
}
