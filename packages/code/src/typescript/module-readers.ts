import { clientCallReader } from '../client-calls/client-call-reader.ts';
import { emissionReader } from '../codes/emission-reader.ts';
import { moduleMigrations } from '../migrations/module-migrations.ts';
import { drizzle } from '../models/drizzle/drizzle.ts';
import { typeorm } from '../models/typeorm/typeorm.ts';
import { routeFileReader } from '../routes/next/route-file-reader.ts';
import { moduleSqlUse } from '../sql-use/module-sql-use.ts';
import { stateReader } from '../states/state-reader.ts';
import type { ModuleReader } from './module-reader.ts';
import { scriptReader } from './script-reader.ts';

/** Everything that reads parsed TypeScript and JavaScript. A new matter is one line here. */
export const moduleReaders: readonly ModuleReader[] = [
  scriptReader,
  routeFileReader,
  clientCallReader,
  moduleSqlUse,
  moduleMigrations,
  drizzle,
  typeorm,
  emissionReader,
  stateReader,
];
