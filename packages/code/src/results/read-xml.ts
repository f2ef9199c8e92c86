/** One element of an XML file. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Offset of its `<`. */
  readonly at: number;
  text: string;
}

export class XmlFault extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!(?:DOCTYPE|ENTITY)(?:[^[>]|\[[\s\S]*?\])*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+|</g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root element of an XML text. Throws `XmlFault` where it is not well-formed. */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], at: 0, text: '' };
  const open: XmlElement[] = [root];
  for (const found of text.matchAll(token)) {
    const [whole, cdata, closed, opened, attributes = '', empty] = found;
    const parent = open.at(-1) as XmlElement;
    if (cdata !== undefined) parent.text += cdata;
    else if (opened !== undefined) {
      const element = { name: opened, attributes: readAttributes(attributes), children: [], at: found.index, text: '' };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    } else if (closed !== undefined) {
      if (parent.name !== closed) throw new XmlFault(`\`</${closed}>\` closes nothing that is open`, found.index);
      open.pop();
    } else if (whole === '<') throw new XmlFault('a `<` begins no tag', found.index);
    else if (!whole.startsWith('<')) parent.text += decoded(whole);
  }
  if (open.length > 1) throw new XmlFault(`\`<${open.at(-1)?.name}>\` is not closed`, open.at(-1)?.at ?? 0);
  const first = root.children[0];
  if (first === undefined) throw new XmlFault('there is no element in it', 0);
  return first;
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(attribute))
    attributes[name] = decoded(double ?? single ?? '');
  return attributes;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
