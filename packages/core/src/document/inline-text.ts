import type { PhrasingContent } from 'mdast';

/**
 * What a reader sees of inline content, code spans in backticks. Struck-through text, images and HTML are left out; every
 * line break stays one, so that offsets tell lines.
 */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return `\`${node.value.replaceAll('`', "'")}\``;
  if (node.type === 'break') return '\n';
  if (node.type === 'delete' || node.type === 'image' || node.type === 'imageReference') return '';
  if (node.type === 'html') return node.value === '<br>' || node.value === '<br/>' ? ' ' : '';
  if ('children' in node) return inlineText(node.children as PhrasingContent[]);
  return '';
}
