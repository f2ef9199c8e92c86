import type { Root } from 'mdast';

export interface MarkdownParser {
  /** Part of the cache key: facts read with another parser are read again. */
  readonly name: string;
  parse(text: string): Root;
}

/**
 * The fastest mdast parser that loads here: satteri where its native part is installed, remark everywhere else.
 * Both give the same facts (held by a differential test).
 */
export async function loadMarkdownParser(only?: 'satteri' | 'remark'): Promise<MarkdownParser> {
  if (only !== 'remark') {
    try {
      return await loadSatteri();
    } catch (cause) {
      if (only === 'satteri') throw cause;
    }
  }
  return loadRemark();
}

async function loadSatteri(): Promise<MarkdownParser> {
  const { markdownToMdast } = await import('satteri');
  const { unified } = await import('unified');
  const processor = unified().use(function plugIn() {
    this.parser = (document) => markdownToMdast(document, { features: { frontmatter: true } }) as Root;
  });
  return { name: 'satteri', parse: (text) => processor.parse(text) as Root };
}

async function loadRemark(): Promise<MarkdownParser> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }, { default: remarkFrontmatter }] =
    await Promise.all([import('unified'), import('remark-parse'), import('remark-gfm'), import('remark-frontmatter')]);
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']);
  return { name: 'remark', parse: (text) => processor.parse(text) };
}
