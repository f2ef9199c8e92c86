import stringWidth from 'string-width';

/** Columns that a text takes in a terminal. Nearly all text is plain ASCII, where that is its length. */
export function displayWidth(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}
