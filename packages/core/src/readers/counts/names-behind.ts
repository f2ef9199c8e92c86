/**
 * How many names follow a count in its own sentence: `three entities: \`a\`, \`b\` and \`c\``, `Three plans: Sprout, Branch
 * and Orchard.` Undefined when what follows is no plain list of names.
 */
export function namesBehind(after: string): number | undefined {
  const match = /^\s*[:：]\s*([^:;.!?()]+)[.!?]?\s*$/.exec(after) ?? /^\s*\(([^():;.]+)\)/.exec(after);
  const said = match?.[1]?.trim();
  if (!said || /\b(?:etc|and so on|or more|e\.g|for example|such as|including)\b|\.\.\.|…/i.test(said))
    return undefined;
  const parts = said.split(/\s*(?:,\s*(?:and|or)\s+|,|、|\s+and\s+|\s+or\s+)\s*/).filter((part) => part !== '');
  const plain = parts.every((part) => /^`[^`]+`$/.test(part) || /^[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?$/.test(part));
  return plain && parts.length > 1 ? parts.length : undefined;
}
