import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Contents {
  /** Folders that are copied, the later over the earlier. */
  readonly copies?: readonly string[];
  /** Files by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Calls `work` with a folder of its own that holds the contents, and removes the folder afterwards. */
export async function inTemporaryFolder<T>(contents: Contents, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'iama-testkit-'));
  try {
    for (const copy of contents.copies ?? []) cpSync(copy, folder, { recursive: true });
    for (const [path, text] of Object.entries(contents.files ?? {})) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
