import type { Node, RangeVar } from 'libpg-query';

/** A relation's name as a node id has it: `users`, or `auth.users` outside the schema `public`. */
export function relationName(relation: RangeVar | undefined): string {
  if (!relation) return '';
  return qualified([relation.schemaname ?? '', relation.relname ?? '']);
}

/** A dotted name of a list of words, without `public`. */
export function qualified(words: readonly string[]): string {
  const rest = words.filter(Boolean);
  return (rest.length > 1 && rest[0] === 'public' ? rest.slice(1) : rest).join('.');
}

/** The words of a list of String nodes. */
export function words(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) =>
    'String' in node && node.String.sval !== undefined ? [node.String.sval] : [],
  );
}

/** The name a List or String node of a DROP or RENAME statement holds. */
export function objectName(node: Node | undefined): string {
  if (!node) return '';
  if ('List' in node) return qualified(words(node.List.items));
  if ('TypeName' in node) return qualified(words(node.TypeName.names));
  if ('String' in node) return node.String.sval ?? '';
  if ('RangeVar' in node) return relationName(node.RangeVar);
  return '';
}
