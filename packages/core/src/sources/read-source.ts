import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SourceContent =
  | { readonly hash: string; readonly text: string }
  | {
      readonly hash: string;
      readonly failure: { readonly code: 'unreadable' | 'binary' | 'too-large'; readonly message: string };
    };

/** Files above this are named and not read: 16 MiB. */
const limit = 16 * 1024 * 1024;

/** Reads one file as text: UTF-8, or UTF-16 with a byte-order mark. Never throws. */
export function readSource(root: string, path: string): SourceContent {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, path));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    return { hash: `unreadable ${code}`, failure: { code: 'unreadable', message: `The file can't be read (${code})` } };
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length > limit) return { hash, failure: { code: 'too-large', message: 'The file is larger than 16 MiB' } };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { hash, text: bytes.toString('utf16le').slice(1) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { hash, text: Buffer.from(bytes).swap16().toString('utf16le').slice(1) };
  if (bytes.subarray(0, 8192).includes(0))
    return { hash, failure: { code: 'binary', message: 'The file is binary, not text' } };
  const text = bytes.toString('utf8');
  return { hash, text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
}
