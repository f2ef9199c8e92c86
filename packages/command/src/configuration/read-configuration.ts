import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearestWord } from '@iama/core';
import type { Configuration } from '@iama/model';
import { UserError } from '../user-error.ts';

export const configurationFile = 'iama.yaml';

/** Where a key or value stands: the path of keys that leads to it. */
type KeyPath = readonly (string | number)[];

/**
 * Reads and checks `iama.yaml` below `root`; an empty configuration when there is none. Throws one `UserError` that names
 * every mistake with its line and the nearest right key.
 *
 * @implements IAMA-CLI-003
 */
export async function readConfiguration(root: string, file = configurationFile): Promise<Configuration> {
  const path = join(root, file);
  if (!existsSync(path)) {
    if (file === configurationFile) return {};
    throw new UserError(`There is no \`${file}\``, { hint: '`iama init` writes an `iama.yaml`' });
  }
  const [{ LineCounter, parseDocument }, { configurationSchema }] = await Promise.all([
    import('yaml'),
    import('@iama/model'),
  ]);
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(
      (error) => `${at(error.pos[0])} ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`,
    );
    throw new UserError(`\`${file}\` is not valid YAML`, { mistakes });
  }
  const parsed = configurationSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  const place = (keys: KeyPath) => at(offsetOf(document, keys));
  const mistakes = parsed.error.issues.flatMap((issue) => {
    const keys = issue.path as KeyPath;
    if (issue.code !== 'unrecognized_keys') return [`${place(keys)} ${keys.join('.') || file}: ${issue.message}`];
    return issue.keys.map((key) => {
      const near = nearestWord(key, knownKeys(configurationSchema, keys));
      return `${place([...keys, key])} Unknown key \`${key}\`${near ? `; the nearest known one is \`${near}\`` : ''}`;
    });
  });
  throw new UserError(`\`${file}\` has ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`, {
    mistakes,
    hint: 'The keys are listed in schemas/configuration.json',
  });
}

interface YamlLike {
  getIn(path: KeyPath, keepScalar: true): unknown;
  contents: unknown;
}

function offsetOf(document: YamlLike, keys: KeyPath): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
    const pair = (parent as { items?: { key?: { value?: unknown; range?: number[] } }[] } | null)?.items?.find(
      (item) => item.key?.value === keys[length - 1],
    );
    if (pair?.key?.range) return pair.key.range[0] ?? 0;
    const node = document.getIn(keys.slice(0, length), true) as { range?: number[] } | undefined;
    if (node?.range) return node.range[0] ?? 0;
  }
  return 0;
}

interface SchemaLike {
  shape?: Record<string, SchemaLike>;
  element?: SchemaLike;
  unwrap?(): SchemaLike;
}

/** The keys that may stand at that path of the configuration. */
function knownKeys(schema: unknown, keys: KeyPath): string[] {
  let at = schema as SchemaLike | undefined;
  for (const key of keys) {
    at = bare(at);
    at = typeof key === 'number' ? at?.element : at?.shape?.[key];
  }
  return Object.keys(bare(at)?.shape ?? {});
}

function bare(schema: SchemaLike | undefined): SchemaLike | undefined {
  return schema && !schema.shape && !schema.element && schema.unwrap ? bare(schema.unwrap()) : schema;
}
