import type { Example, Gate } from '../../packages/gate/src/index.ts';
import type { Finding } from '../../packages/model/src/index.ts';
import { runExample } from '../../packages/testkit/src/index.ts';

const severities = { error: 'error: fails a run', warn: 'warning', info: 'information' } as const;

/** The page of a gate: everything it declares, and what it really says to its examples. */
export async function gatePage(gate: Gate): Promise<string> {
  const examples = await Promise.all(gate.examples.map((example) => exampleText(gate, example)));
  return [
    `# ${gate.id}\n`,
    `**${gate.title}.**\n`,
    `${gate.rationale}\n`,
    '| | |\n| --- | --- |',
    `| Severity | ${severities[gate.severity]} |`,
    `| Phase | ${gate.phase < 0 ? 'always on' : gate.phase} |`,
    `| Demanded by | ${gate.source} |`,
    `| Reads | ${gate.reads.map((kind) => `\`${kind}\``).join(', ')} |`,
    `| Messages | ${Object.keys(gate.messages)
      .map((code) => `\`${code}\``)
      .join(', ')} |`,
    `| Since | ${gate.since} |\n`,
    `## What to do\n\n${gate.hint}.\n`,
    `## Examples\n\n${examples.join('\n')}`,
  ].join('\n');
}

async function exampleText(gate: Gate, example: Example): Promise<string> {
  const { findings, unverified } = await runExample(gate, example);
  const files = Object.entries(example.files).map(([path, text]) => `\`${path}\`\n\n${fenced(text, languageOf(path))}`);
  const said = [...findings.map(findingText), ...unverified.map(({ reason }) => `not verified: ${reason}`)];
  const settings = example.settings === undefined ? '' : `With \`${JSON.stringify(example.settings)}\`:\n\n`;
  const answer = said.length === 0 ? 'Nothing is found.\n' : fenced(said.join('\n'), 'text');
  return `### ${capital(example.name)}\n\n${settings}${files.join('\n')}\n${answer}`;
}

function findingText({ at, severity, message, code, related, stop }: Finding): string {
  const others = related.map(({ note, at: place }) => `  ${note}: ${place.path}:${place.line}`);
  return [`${at.path}:${at.line} ${severity} (${code}): ${message}${stop ? ` [stop ${stop}]` : ''}`, ...others].join(
    '\n',
  );
}

/** A fence longer than any inside. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}

function languageOf(path: string): string {
  const end = path.slice(path.lastIndexOf('.') + 1);
  const names: Readonly<Record<string, string>> = { md: 'markdown', yml: 'yaml', py: 'python' };
  return names[end] ?? end;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The list of all gates, by package. */
export function gateList(gates: readonly Gate[]): string {
  const rows = gates.map(
    (gate) =>
      `| [${gate.id}](${gate.id}.md) | ${gate.severity} | ${gate.phase < 0 ? 'always' : gate.phase} | ${gate.title} |`,
  );
  return `# Gates\n\n| Gate | Severity | Phase | What should be true |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
