const comment = /<!--.*?(?:-->|$)/g;
const image = /!\[([^\]]*)\]\([^()]*\)/g;
const link = /\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g;
const tag = /<\/?[a-zA-Z][^<>]*>/g;
const emphasis = /\*\*|__|~~|`+|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)/g;

/** The words of a piece of inline Markdown: no emphasis, code marks, links, tags, comments or escapes; white space single. */
export function plainText(markdown: string): string {
  if (!/[*_`~<[\\]|\s\s|[^\S ]/.test(markdown)) return markdown.trim();
  let text = markdown;
  if (text.includes('<'))
    text = text
      .replace(comment, '')
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(tag, '');
  if (text.includes('[')) text = text.replace(image, '$1').replace(link, '$1');
  if (/[*_`~]/.test(text)) text = text.replace(emphasis, '');
  if (text.includes('\\')) text = text.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '');
  return text.replace(/\s+/g, ' ').trim();
}

/** The first sentence of a text, cut at a word when it is longer than a line. */
export function shortTitle(text: string, longest = 100): string {
  const sentence = /^.+?(?:[.!?](?=\s|$)|[。！？]|$)/su.exec(text)?.[0] ?? text;
  const bare = sentence.replace(/[.。;；:：,，\s]+$/u, '');
  if (bare.length <= longest) return bare;
  const cut = bare.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Words of a plain text; where words are written without spaces between them, two characters count as one. */
export function wordCount(text: string): number {
  const head = text.length > 600 ? text.slice(0, 600) : text;
  const dense = head.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  if (dense === 0) return head.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const rest = head.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, ' ');
  return Math.ceil(dense / 2) + (rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}
