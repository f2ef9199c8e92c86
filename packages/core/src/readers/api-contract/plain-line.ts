const link = /!?\[((?:[^[\]]|\\[[\]]|\[[^[\]]*\])*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g;
const tags =
  /<\/?(?:code|b|strong|em|i|span|a|kbd|sup|sub|p|td|th|tr|div|small|u|font|tt|h[1-6]|samp|mark)(?:\s[^<>]*)?>/gi;
const anchors = /\s*\{[:#][^{}]*\}|\s*<a\s[^<>]*>\s*<\/a>/gi;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', quot: '"', vert: '|' };

/** One line of Markdown as it is read: no markup, but `<id>`, `{id}` and `[id]` stay, which a rendered text would lose. */
export function plainLine(raw: string): string {
  let text = raw;
  if (text.includes('](')) text = text.replace(link, '$1');
  if (text.includes('<'))
    text = text
      .replace(/<br\s*\/?>/gi, ' \n ')
      .replace(anchors, '')
      .replace(tags, '');
  else if (text.includes('{')) text = text.replace(anchors, '');
  if (text.includes('&'))
    text = text.replace(/&(lt|gt|amp|nbsp|quot|vert);/g, (_, name: string) => entities[name] ?? '');
  if (text.includes('`')) text = text.replace(/`+/g, '');
  if (text.includes('*')) text = text.replace(/(?<!\/)\*{2,3}|(?<![/\w*])\*(?=\S)|(?<=[^\s/*])\*(?![\w*])/g, '');
  return text.includes('\\') ? text.replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1') : text;
}

/** The words of a heading line: no `#`, no `{#anchor}`, no closing `#`. */
export function headingWords(raw: string): string {
  return plainLine(raw.replace(/^\s{0,3}#{1,6}\s*/, '').replace(/\s+#+\s*$/, '')).trim();
}
