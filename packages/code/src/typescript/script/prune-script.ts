import type { Expression, Pattern, Script, Statement } from './script.ts';

/** Leaves out declarations and imports nothing else in the file needs and that do nothing by themselves. */
export function pruneScript(script: Script): Script {
  const used = new Set<string>();
  const kept = new Set<Statement>();
  const visit = (statement: Statement): void => {
    kept.add(statement);
    namesIn(statement, used);
  };
  for (const statement of script.body) if (statement.do !== 'let' || acts(statement.value)) visit(statement);
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const statement of script.body) {
      if (statement.do === 'let' && !kept.has(statement) && declares(statement.pattern, used)) visit(statement);
    }
  }
  const imports = Object.fromEntries(Object.entries(script.imports).filter(([name]) => used.has(name)));
  return { path: script.path, imports, body: script.body.filter((statement) => kept.has(statement)) };
}

/** True when the script says nothing another file or a platform could use. */
export function isSilent(script: Script): boolean {
  return script.body.every(
    (statement) =>
      (statement.do === 'let' && !isCall(statement.value)) ||
      (statement.do === 'export' && isOther(statement.value, script)),
  );
}

function isCall(value: Expression): boolean {
  return typeof value === 'object' && value.op === 'call';
}

/** An export of something the language could not say. */
function isOther(value: Expression, script: Script): boolean {
  if (typeof value === 'string') return false;
  if (value.op !== 'name') return value.op === 'other';
  const declared = script.body.find(
    (statement) => statement.do === 'let' && 'name' in statement.pattern && statement.pattern.name === value.name,
  );
  return declared?.do === 'let' && typeof declared.value === 'object' && declared.value.op === 'other';
}

/** Calls something, now or once it is called. */
function acts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(acts);
  const { op } = value as { op?: unknown };
  if (op === 'call' || op === 'assign' || op === 'import') return true;
  for (const key in value) if (acts((value as Record<string, unknown>)[key])) return true;
  return false;
}

function namesIn(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const inner of value) namesIn(inner, names);
    return;
  }
  const { op, name, type } = value as { op?: unknown; name?: unknown; type?: unknown };
  if (op === 'name') {
    names.add(String(name));
    return;
  }
  if (typeof type === 'string') names.add(type);
  for (const key in value) namesIn((value as Record<string, unknown>)[key], names);
}

function declares(pattern: Pattern, names: ReadonlySet<string>): boolean {
  if (pattern.rest !== undefined && names.has(pattern.rest)) return true;
  if ('name' in pattern) return names.has(pattern.name);
  const inner = 'keys' in pattern ? pattern.keys.map(([, one]) => one) : pattern.items.filter((one) => one !== null);
  return inner.some((one) => declares(one, names));
}
