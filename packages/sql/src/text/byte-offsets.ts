/**
 * A function from UTF-8 byte offsets, which the parser counts in, to UTF-16 indices, which the rest of the world counts in.
 */
export function byteOffsets(text: string): (byte: number) => number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(text)) return (byte) => byte;
  const bytes: number[] = [0];
  const units: number[] = [0];
  let byte = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    const code = text.charCodeAt(unit);
    if (code < 0x80) {
      byte += 1;
      continue;
    }
    const pair = code >= 0xd800 && code < 0xdc00 && unit + 1 < text.length;
    byte += pair ? 4 : code < 0x800 ? 2 : 3;
    if (pair) unit += 1;
    bytes.push(byte);
    units.push(unit + 1);
  }
  return (wanted) => {
    let low = 0;
    let high = bytes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((bytes[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return (units[low] ?? 0) + wanted - (bytes[low] ?? 0);
  };
}
