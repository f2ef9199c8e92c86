import type { Part } from '@iama/model';
import { prepareSql } from '@iama/sql';
import type { Unread } from '../migrations/migration-part.ts';
import type { PythonModuleReader } from '../python/python-module-reader.ts';
import type { ClassDefinition, Expression } from '../python/syntax/ast.ts';
import type { PythonModule } from '../python/syntax/parse-python.ts';
import { constantsIn, textsOf } from '../sqlalchemy/python-values.ts';
import type { DjangoOperation } from './operation.ts';
import { readOperations } from './read-operation.ts';

/** One migration module, plain. */
export interface DjangoMigration {
  readonly app: string;
  readonly name: string;
  /** `app.name` of those it comes after. */
  readonly after: readonly string[];
  /** `app.name` of those it stands for. */
  readonly replaces: readonly string[];
  readonly operations: readonly DjangoOperation[];
  readonly unread: readonly Unread[];
}

const place = /(?:^|\/)(\w+)\/migrations\/(\d\w*)\.py$/;

/** Django's migration modules, as far as they are static. */
export const djangoMigrations: PythonModuleReader = {
  name: 'django-migrations',
  kinds: ['migration', 'table', 'column'],
  prepare: prepareSql,
  wants: (text, path) => place.test(path) && /\bclass Migration\b/.test(text),
  read(module) {
    const data = module.test ? undefined : migrationOf(module);
    const parts: Part[] =
      data === undefined ? [] : [{ kind: 'django-migration', at: { path: module.path, line: 1, column: 1 }, data }];
    return { parts };
  },
};

function migrationOf(module: PythonModule): DjangoMigration | undefined {
  const [, app, name] = place.exec(module.path) ?? [];
  const definition = module.body.find(
    (one): one is ClassDefinition => one.type === 'class' && one.name === 'Migration',
  );
  if (app === undefined || name === undefined || !definition) return undefined;
  const names = constantsIn(definition.body, constantsIn(module.body));
  const list = names.get('operations');
  const items = list && 'items' in list ? (list.items as readonly Expression[]) : [];
  const { operations, unread } = readOperations(module, items, names);
  const other =
    list && !('items' in list)
      ? [{ line: 1, column: 1, message: 'The operations are put together while it runs', shapes: true }]
      : [];
  const pairs = (key: string): string[] => {
    const value = names.get(key);
    if (!value || !('items' in value)) return [];
    return (value.items as readonly Expression[]).flatMap((item) => {
      const texts = textsOf(item, names);
      return texts?.length === 2 ? [texts.join('.')] : [];
    });
  };
  return {
    app,
    name,
    after: pairs('dependencies'),
    replaces: pairs('replaces'),
    operations,
    unread: [...unread, ...other],
  };
}
