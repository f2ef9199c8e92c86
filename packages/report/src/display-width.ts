import stringWidth from 'string-width';

/** Columns that a text takes in a terminal. Nearly all text is plain ASCII, dashes, quotes and dots, where that is its length. */
export function displayWidth(text: string): number {
  return /^[\x20-\x7e\u2010-\u2027]*$/.test(text) ? text.length : stringWidth(text);
}
