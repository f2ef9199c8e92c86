import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gate, GateRun } from '@iama/gate';
import { runExample } from './run-example.ts';

/** Runs gates over every file of a folder that a reader wants, read as a repository without configuration. */
export async function runFolder(gates: readonly Gate[], folder: string): Promise<GateRun> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1).replaceAll('\\', '/')] = readFileSync(path, 'utf8');
  }
  return runExample(gates, { files });
}
