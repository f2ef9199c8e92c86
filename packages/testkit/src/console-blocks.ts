/** A fenced `console` block of a page: commands, each with what the page says it prints. */
export interface ConsoleBlock {
  readonly line: number;
  /** The word after `console`: the fixture it runs in. */
  readonly fixture: string | undefined;
  readonly calls: readonly { readonly command: string; readonly output: readonly string[] }[];
}

/** The `console` blocks of a Markdown page whose lines begin with `$`. */
export function consoleBlocks(page: string): ConsoleBlock[] {
  const blocks: ConsoleBlock[] = [];
  const lines = page.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const fence = /^(`{3,})console\b *(\S*)/.exec(lines[at] ?? '');
    if (!fence) continue;
    const start = at;
    const calls: { command: string; output: string[] }[] = [];
    for (at += 1; at < lines.length && lines[at] !== fence[1]; at += 1) {
      const line = lines[at] ?? '';
      if (line.startsWith('$ ')) calls.push({ command: line.slice(2).replace(/^npx (?=iama\b)/, ''), output: [] });
      else calls.at(-1)?.output.push(line);
    }
    blocks.push({ line: start + 1, fixture: fence[2] || undefined, calls });
  }
  return blocks;
}

/** True when the text is what the page shows; a line `…` stands for any lines, `…` at a line's end for its rest. */
export function isShown(output: readonly string[], text: string): boolean {
  const pattern = output
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  if (pattern === '') return true;
  const parts = pattern.split(/(?:^|\n)…(?=\n|$)/).map((part) => part.replace(/^\n/, ''));
  const regular = parts.map((part) => literally(part).replaceAll(/ *…(?=\n|$)/g, '[^\\n]*')).join('[\\s\\S]*');
  const printed = text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  return new RegExp(`^${regular}$`).test(printed);
}

function literally(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
