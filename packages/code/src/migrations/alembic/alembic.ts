import type { Part } from '@iama/model';
import { prepareSql } from '@iama/sql';
import type { PythonModuleReader } from '../../python/python-module-reader.ts';
import type { FunctionDefinition } from '../../python/syntax/ast.ts';
import type { PythonModule } from '../../python/syntax/parse-python.ts';
import { constantOf, constantsIn, textOf, textsOf } from '../../sqlalchemy/python-values.ts';
import type { MigrationPart } from '../migration-part.ts';
import { runUpgrade } from './run-upgrade.ts';

const revisions = /^(?:revision|down_revision)\b/m;

/** Alembic's migration modules, as far as they are static. */
export const alembic: PythonModuleReader = {
  name: 'alembic',
  kinds: ['migration', 'table', 'column'],
  prepare: prepareSql,
  wants: (text, path) => revisions.test(text) && /\bdef upgrade\b/.test(text) && !/(?:^|\/)\.?archived?\//.test(path),
  read(module) {
    const data = module.test ? undefined : migrationOf(module);
    const parts: Part[] =
      data === undefined ? [] : [{ kind: 'migration', at: { path: module.path, line: 1, column: 1 }, data }];
    return { parts };
  },
};

function migrationOf(module: PythonModule): MigrationPart | undefined {
  const names = constantsIn(module.body);
  const revision = textOf(names.get('revision'), names);
  const upgrade = functionNamed(module, 'upgrade');
  if (revision === undefined || !upgrade) return undefined;
  const down = names.get('down_revision');
  const after = down === undefined || constantOf(down) === null ? [] : (textsOf(down, names) ?? []);
  const also = textsOf(names.get('depends_on'), names) ?? [];
  const run = runUpgrade(module, upgrade, names);
  const downgrade = functionNamed(module, 'downgrade');
  const folder = module.path.slice(0, Math.max(0, module.path.lastIndexOf('/')));
  return {
    set: folder,
    tool: 'alembic',
    direction: 'up',
    ...(downgrade && !isEmpty(downgrade) ? { hasDown: true } : {}),
    order: { group: 0, numbers: [], name: revision, revision, after: [...after, ...also] },
    dialect: 'postgresql',
    postgres: /\bpostgresql\b/.test(module.text),
    ...run,
  };
}

function functionNamed(module: PythonModule, name: string): FunctionDefinition | undefined {
  return module.body.find(
    (statement): statement is FunctionDefinition => statement.type === 'function' && statement.name === name,
  );
}

/** `pass`, a docstring, or an error that says there is no way back. */
function isEmpty(definition: FunctionDefinition): boolean {
  return definition.body.every(
    (statement) => statement.type === 'raise' || (statement.type === 'expression' && statement.value.type !== 'call'),
  );
}
