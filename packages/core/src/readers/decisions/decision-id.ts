/** How the ids of one collection of decisions are written. */
export interface DecisionId {
  readonly id: string;
  readonly prefix: string;
  /** Digits of its number, so that "ADR 7" beside `ADR-0001` means `ADR-0007`; 0 when it has no number. */
  readonly width: number;
}

const kinds = '(?:[A-Z]{2,10}-)?(?:ADR|MADR|TDR|RFC|PDR|EDR|DDR|KDD|DR|AD|DEC)';
const titled = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}(?:(?:Architecture|Architectural|Technical) )?(${kinds}|Decision(?: Record)?)[-_ #:.]{0,3}(\\d{1,5})\\b`,
  'iu',
);
const filed = new RegExp(`^(${kinds})[-_ .]?(\\d{1,5})(?!\\d)`, 'i');
const numberedFile = /^(\d{2,5})(?=[-_. ]|$)(?!-\d{2}-\d{2})/;
const dated = /^\d{4}-\d{2}-\d{2}[-_]/;

/** The id of a decision, from its title, its file's name, or its front matter. */
export function decisionId(
  title: string,
  path: string,
  stated: string | undefined,
  documentId: string | undefined,
): DecisionId {
  const name = nameOf(path);
  const family = /(?:^|\/)rfcs?\//i.test(path) ? 'RFC' : 'ADR';
  const inTitle = titled.exec(title);
  if (inTitle?.[1] && inTitle[2])
    return numbered(/^decision/i.test(inTitle[1]) ? family : short(inTitle[1]), inTitle[2]);
  const inFile = filed.exec(name);
  if (inFile?.[1] && inFile[2]) return numbered(short(inFile[1]), inFile[2]);
  const number = /^\D{0,6}?(\d{1,5})$/.exec(stated ?? '')?.[1];
  if (number) return numbered(family, number);
  const inName = numberedFile.exec(name)?.[1];
  if (inName && !dated.test(name)) return numbered(family, inName);
  const identified = new RegExp(`(${kinds})[-_ ](\\d{1,5})$`).exec(documentId ?? '');
  if (identified?.[1] && identified[2]) return numbered(short(identified[1]), identified[2]);
  const heading = /^(\d{1,4})[.):\s-]/.exec(title)?.[1];
  if (heading) return numbered(family, heading);
  return { id: documentId ?? name, prefix: family, width: 0 };
}

/** `IAMA-ADR` and `ADR` number the same decisions: the last word is the family. */
function short(kind: string): string {
  return kind.toUpperCase().split('-').pop() ?? kind.toUpperCase();
}

function numbered(prefix: string, digits: string): DecisionId {
  return { id: `${prefix}-${digits}`, prefix, width: digits.length };
}

/** The file's name without its extension; of `2024-05-24-topic/README.md` the folder's. */
export function nameOf(path: string): string {
  const parts = path.split('/');
  const file = (parts.pop() ?? path).replace(/\.[a-z]+$/i, '');
  return /^(?:readme|index)$/i.test(file) ? (parts.pop() ?? file) : file;
}

/** The decisions a phrase refers to, written as this collection writes its ids. */
export function decisionRefs(text: string, own: DecisionId): string[] {
  const found: string[] = [];
  const add = (prefix: string, digits: string): void => {
    const number = String(Number(digits));
    const id = `${prefix}-${prefix === own.prefix ? number.padStart(own.width, '0') : digits}`;
    if (id !== own.id && !found.includes(id)) found.push(id);
  };
  const rest = text.replace(/\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, (_, words: string, target: string) => {
    const name = nameOf(target.replace(/[#?].*$/, ''));
    const inFile = filed.exec(name);
    const inName = numberedFile.exec(name);
    if (inFile?.[1] && inFile[2]) add(short(inFile[1]), inFile[2]);
    else if (dated.test(name)) found.push(name);
    else if (inName?.[1]) add(own.prefix, inName[1]);
    else return words;
    return ' ';
  });
  const words = new RegExp(
    `\\b(${kinds})[-_ #]{0,2}(\\d{1,5})\\b((?:\\s*(?:,|and|&|/)\\s*#?\\d{1,5}\\b(?![-.]))*)`,
    'gi',
  );
  for (const [, kind, digits, more] of rest.matchAll(words)) {
    if (kind && digits) add(short(kind), digits);
    for (const [further] of (more ?? '').matchAll(/\d{1,5}/g)) add(short(kind ?? own.prefix), further);
  }
  if (found.length === 0) {
    for (const [, digits] of rest.matchAll(/(?:^|[\s#["'])0*(\d{1,4})(?=$|[\s.,;\])"'-])/g))
      if (digits && digits.length < 5) add(own.prefix, digits);
  }
  return found;
}
