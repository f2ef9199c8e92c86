import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractDocument, productDocument, schemaDocument } from './documents.mjs';
import { clientFile, migrationFile, pythonRouter, routerFiles, serverFile } from './product-files.mjs';
import { randomOf } from './random.mjs';

/**
 * Writes a product that is mostly code below `folder`: of every five files four in TypeScript (routers, services, clients) and
 * one in Python, migrations, and the few documents that specify it. Answers what was written and the path of one service.
 */
export function writeProduct(folder, { typescript, python, migrations }, seed) {
  const random = randomOf(seed);
  const written = { files: 0, bytes: 0, changed: 'src/areas/area-0/service.ts' };
  const write = (path, text) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written.files += 1;
    written.bytes += Buffer.byteLength(text);
  };
  const areas = Math.floor((typescript - 1) / 3);
  for (let number = 0; number < areas; number += 1) {
    const { router, service } = routerFiles(random, number);
    write(`src/areas/area-${number}/router.ts`, router);
    write(`src/areas/area-${number}/service.ts`, service);
    write(`web/clients/area-${number}.ts`, clientFile(random, number));
  }
  write('src/server.ts', serverFile(areas));
  for (let number = 0; number < python; number += 1)
    write(`worker/app/area_${number}.py`, pythonRouter(random, number));
  for (let number = 0; number < migrations; number += 1) {
    write(`migrations/${String(number + 1).padStart(4, '0')}_area_${number}.sql`, migrationFile(number));
  }
  const ids = Array.from({ length: 40 }, (_, index) => `V1-FR-AREA-${String(index + 1).padStart(3, '0')}`);
  write('docs/PRD_V1.md', productDocument(random, { name: 'area', ids, version: 'V1' }));
  write('docs/API_CONTRACT.md', contractDocument(random, { name: 'area', ids }));
  write('docs/DB_SCHEMA.md', schemaDocument(random, { name: 'area', ids: ids.slice(0, 20) }));
  return written;
}
