import type { CommandLine } from '../../packages/command/src/index.ts';
import { run } from '../../packages/command/src/index.ts';

/** The pages of a command line: one for each command, as `--help` prints it, and a list. By path. */
export async function commandPages(line: CommandLine): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const rows = line.commands.map(({ name, summary }) => `| [\`${line.name} ${name}\`](${name}.md) | ${summary} |`);
  const list = `| Command | What it does |\n| --- | --- |\n${rows.join('\n')}\n`;
  pages.set(
    'docs/cli/README.md',
    `# ${line.name}\n\n${line.summary.replace(/\.?$/, '.')}\n\n${list}\n${block(await helpOf(line, []))}`,
  );
  for (const { name } of line.commands) {
    pages.set(`docs/cli/${name}.md`, `# ${line.name} ${name}\n\n${block(await helpOf(line, [name]))}`);
  }
  return pages;
}

async function helpOf(line: CommandLine, words: readonly string[]): Promise<string> {
  let text = '';
  const out = (more: string) => {
    text += more;
  };
  await run([...words, '--help'], line, {
    cwd: '.',
    width: 80,
    color: false,
    watched: false,
    runtime: 'Node',
    out,
    err: out,
  });
  return text;
}

function block(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
}
