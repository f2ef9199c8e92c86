import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pythonSource, pythonTest, typescriptSource, typescriptTest } from './code-files.mjs';
import { contractDocument, decisionDocument, productDocument, schemaDocument } from './documents.mjs';
import { randomOf } from './random.mjs';
import { areas } from './words.mjs';

const perDocument = 40;
const perFile = 10;

/**
 * Writes a repository with `requirements` requirements below `folder`: 40 a document, and for each one an annotated function
 * and a named test, ten a file, four files of five in TypeScript. The same seed gives the same bytes.
 * Answers what was written: counts, bytes, the path of one product document, one requirement id.
 */
export function writeCorpus(folder, requirements, seed) {
  const random = randomOf(seed);
  const written = { requirements, documents: 0, codeFiles: 0, bytes: 0, document: '', id: '' };
  const write = (path, text, kind) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written[kind] += 1;
    written.bytes += Buffer.byteLength(text);
  };
  const ids = [];
  for (let number = 0; number * perDocument < requirements; number += 1) {
    const area = `${areas[Math.floor(number / areas.length) % areas.length]}-${areas[number % areas.length]}`;
    const own = Array.from(
      { length: perDocument },
      (_, index) => `V1-FR-${area}-${String(index + 1).padStart(3, '0')}`,
    );
    const name = area.toLowerCase();
    ids.push(...own);
    write(`docs/prd/${name}.md`, productDocument(random, { name, ids: own, version: 'V1' }), 'documents');
    if (number % 10 === 0)
      write(
        `docs/adr/${adrName(number, name)}`,
        decisionDocument(random, { number: number / 10 + 1, id: own[0] }),
        'documents',
      );
    const snake = name.replaceAll('-', '_');
    if (number % 25 === 0)
      write(`docs/api/${name}_API_CONTRACT.md`, contractDocument(random, { name, ids: own.slice(0, 20) }), 'documents');
    if (number % 25 === 1)
      write(
        `docs/db/${snake}_DB_SCHEMA.md`,
        schemaDocument(random, { name: snake, ids: own.slice(0, 12) }),
        'documents',
      );
    written.document ||= `docs/prd/${name}.md`;
  }
  for (let at = 0; at < ids.length; at += perFile) {
    const own = ids.slice(at, at + perFile);
    const number = at / perFile;
    if (number % 5 === 4) {
      write(`worker/part_${number}.py`, pythonSource(random, own), 'codeFiles');
      write(`worker/tests/test_part_${number}.py`, pythonTest(random, own), 'codeFiles');
    } else {
      write(`src/${number % 40}/part-${number}.ts`, typescriptSource(random, own), 'codeFiles');
      write(`tests/${number % 40}/part-${number}.test.ts`, typescriptTest(random, own), 'codeFiles');
    }
  }
  return { ...written, id: ids[Math.floor(ids.length / 2)] };
}

function adrName(number, name) {
  return `ADR-${String(number / 10 + 1).padStart(3, '0')}-${name}.md`;
}
