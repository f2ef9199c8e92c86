import type { ConflictData } from './conflict-data.ts';

/** `Projects, Pro: 25 in \`docs/guide.md:5\`, 20 in \`docs/prd.md:5\` (…)`: both sides and who wins, without opening a file. */
export function inWords({ subject, sides, decision }: ConflictData): string {
  const groups = new Map<string, string[]>();
  for (const { value, place, rank } of sides) {
    const said = groups.get(value) ?? [];
    said.push(`\`${place}\`${rank === undefined ? '' : ` (rank ${rank})`}`);
    groups.set(value, said);
  }
  const parts = [...groups].map(([value, places]) => `${value} in ${listed(places)}`);
  return `${subject}: ${parts.join(', but ')}; ${decision}`;
}

function listed(places: readonly string[]): string {
  const shown = places.slice(0, 3);
  const more = places.length - shown.length;
  const last = more > 0 ? `${more} more` : shown.pop();
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : (last ?? '');
}
