import { djangoMigrations } from '../django/migration-reader.ts';
import { alembic } from '../migrations/alembic/alembic.ts';
import { pythonSqlUse } from '../sql-use/python-sql-use.ts';
import type { PythonModuleReader } from './python-module-reader.ts';
import { pythonScriptReader } from './script-reader.ts';

/** Everything that reads parsed Python. A new matter is one line here. */
export const pythonModuleReaders: readonly PythonModuleReader[] = [
  pythonScriptReader,
  pythonSqlUse,
  alembic,
  djangoMigrations,
];
