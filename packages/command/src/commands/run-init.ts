import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { InferredConfiguration } from '@iama/core';
import { inferConfiguration } from '@iama/core';
import type { ExitCode } from '@iama/model';
import { exitCodes } from '@iama/model';
import { Document, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { CommandContext } from '../command-spec.ts';
import { configurationFile } from '../configuration/read-configuration.ts';
import { openRepository } from '../open-repository.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-output.ts';

/**
 * Writes `iama.yaml` from what is inferred, and says how much of the documents was understood.
 *
 * @implements IAMA-CLI-005
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { io, options } = context;
  const { root, graph } = await openRepository(context, { ignoreConfiguration: true });
  const inferred = inferConfiguration(graph);
  const requirements = graph.counts().requirement ?? 0;
  graph.close();
  const file = join(root, configurationFile);
  const text = asYaml(inferred);
  if (options.dryRun !== true) {
    if (existsSync(file) && options.force !== true) {
      throw new UserError(`There is an \`${configurationFile}\` already`, {
        hint: '`--dry-run` prints what would be written, `--force` replaces it',
      });
    }
    writeWhole(file, text, configurationFile);
  }
  if (options.format === 'json') {
    const { configuration, coverage } = inferred;
    const written = options.dryRun === true ? undefined : configurationFile;
    io.out(`${JSON.stringify({ schema: 'iama.init/1', written, configuration, coverage }, undefined, 2)}\n`);
  } else {
    if (options.dryRun === true) io.out(text);
    const say = options.dryRun === true ? io.err : io.out;
    if (options.dryRun !== true) say(`wrote ${configurationFile}\n`);
    for (const line of inferred.coverage) say(`${line}\n`);
    say('next: read it through, then run iama trace\n');
  }
  return requirements > 0 ? exitCodes.pass : exitCodes.unverified;
}

const notes: Readonly<Record<string, string>> = {
  documents: ' What each document is for, and which wins when two disagree (1 wins).',
  ids: ' How requirement ids are written here.',
  code: ' Where the code is; `false`: this repository holds documents only.',
  tests: ' What counts as a test.',
  migrations: ' Migrations, applied in the order of their names.',
  versions: ' Versions being built now. Requirements of later ones are not due.',
  records: ' Where records of decisions are kept: waivers, tasks, freezes …',
};

/** The file, with a comment above every key and the reason beside every role. */
function asYaml({ configuration, reasons }: InferredConfiguration): string {
  const document = new Document(configuration);
  document.commentBefore = ' Written by `iama init` from what it inferred. From now on it is what you say.';
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key)) continue;
      pair.key.commentBefore = notes[String(pair.key.value)] ?? '';
      pair.key.spaceBefore = pair !== document.contents.items[0];
    }
    const documents = document.contents.get('documents');
    for (const entry of isSeq(documents) ? documents.items : []) {
      if (!isMap(entry)) continue;
      const reason = reasons.get(String(entry.get('path')));
      const role = entry.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === 'role');
      if (reason && isScalar(role?.value)) role.value.comment = ` ${reason}`;
    }
  }
  return document.toString({ lineWidth: 0 });
}
