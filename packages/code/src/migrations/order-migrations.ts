import type { Part } from '@iama/model';
import { djangoSet } from '../django/django-set.ts';
import type { MigrationOrder, MigrationPart } from './migration-part.ts';
import type { MigrationFile, MigrationSet } from './migration-set.ts';

/** What `sqitch.plan` or `migration_lock.toml` say of the migrations beside them. */
export interface MigrationPlan {
  readonly set: string;
  readonly names?: readonly string[];
  readonly provider?: string;
}

/** Sorts migrations into the sets they run in, each in order. A schema dump counts where there is no migration at all. */
export function orderMigrations(parts: readonly Part[]): MigrationSet[] {
  const files = parts
    .filter((part) => part.kind === 'migration')
    .map((part): MigrationFile => ({ path: part.at.path, part: part.data as MigrationPart }));
  const plans = parts.filter((part) => part.kind === 'migration-plan').map((part) => part.data as MigrationPlan);
  const counted =
    files.some(({ part }) => !part.dump) || parts.some((part) => part.kind === 'django-migration')
      ? files.filter(({ part }) => !part.dump)
      : files;
  const folders = [...new Set(counted.map(({ part }) => part.set))].sort();
  const django = djangoSet(parts);
  const sets = folders.map((folder): MigrationSet => {
    const mine = counted.filter(({ part }) => part.set === folder);
    const plan = plans.find(({ set, names }) => set === folder && names !== undefined);
    const provider = plans.find((one) => one.set === folder && one.provider !== undefined)?.provider;
    const numbered = mine.some(({ part }) => part.order.numbers.length > 0);
    const running = mine.filter(
      ({ part }) =>
        !numbered || part.order.numbers.length > 0 || part.order.group === 1 || part.order.revision !== undefined,
    );
    const up = inOrder(
      running.filter(({ part }) => part.direction === 'up'),
      plan?.names,
    );
    const down = inOrder(
      running.filter(({ part }) => part.direction === 'down'),
      plan?.names,
    );
    return { folder, up, down, ...(provider === undefined ? {} : { provider }) };
  });
  return django ? [...sets, django] : sets;
}

function inOrder(files: readonly MigrationFile[], plan: readonly string[] | undefined): MigrationFile[] {
  if (plan) {
    const place = ({ part }: MigrationFile) => plan.indexOf(part.order.name);
    return files.filter((file) => place(file) >= 0).sort((one, other) => place(one) - place(other));
  }
  const sorted = [...files].sort(
    (one, other) => compare(one.part.order, other.part.order) || (one.path < other.path ? -1 : 1),
  );
  return sorted.some(({ part }) => part.order.after !== undefined) ? afterTheirParents(sorted) : sorted;
}

function compare(one: MigrationOrder, other: MigrationOrder): number {
  if (one.group !== other.group) return one.group - other.group;
  for (let index = 0; index < Math.max(one.numbers.length, other.numbers.length); index += 1) {
    const difference = (one.numbers[index] ?? 0) - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}

/** Every migration behind all it names as coming before it; otherwise as they were. */
function afterTheirParents(files: readonly MigrationFile[]): MigrationFile[] {
  const byRevision = new Map(files.map((file) => [file.part.order.revision ?? file.path, file]));
  const placed = new Set<MigrationFile>();
  const ordered: MigrationFile[] = [];
  const place = (file: MigrationFile) => {
    if (placed.has(file)) return;
    placed.add(file);
    for (const parent of file.part.order.after ?? []) {
      const before = byRevision.get(parent);
      if (before) place(before);
    }
    ordered.push(file);
  };
  for (const file of files) place(file);
  return ordered;
}
