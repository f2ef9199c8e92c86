import { loadGates } from '../../packages/command/src/index.ts';
import { commandLine } from '../../packages/iama/src/command-line.ts';
import { commandPages } from './command-page.ts';
import { gateList, gatePage } from './gate-page.ts';
import { schemas } from './schemas.ts';

/** Folders that hold generated files and nothing else. */
export const generatedFolders = ['docs/gates', 'docs/cli', 'schemas'] as const;

/** Every generated file, by path, in order. The same sources give the same bytes. */
export async function generateAll(): Promise<Map<string, string>> {
  const gates = await loadGates(commandLine.phases);
  const pages = new Map([...schemas(), ...(await commandPages(commandLine))]);
  pages.set('docs/gates/README.md', gateList(gates));
  for (const gate of gates) pages.set(`docs/gates/${gate.id}.md`, await gatePage(gate));
  return new Map([...pages].sort(([a], [b]) => (a < b ? -1 : 1)));
}
