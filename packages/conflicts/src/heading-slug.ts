const tag = /<\/?(?:a|span|br|b|i|em|code|img|sup|sub|small|div|p|kbd|strong|td|h\d)(?:\s[^>]*)?\/?>|\{:?\s*#[^}]*\}/gi;

/** The fragment a page gives a heading, with runs of dashes as one: renderers disagree on how many. */
export function headingSlug(heading: string): string {
  return fragmentKey(
    heading
      .toLowerCase()
      .replace(tag, '')
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

/** A fragment in the form headings are compared in. */
export function fragmentKey(fragment: string): string {
  return fragment
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/[^\p{L}\p{N}\p{M}_-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
