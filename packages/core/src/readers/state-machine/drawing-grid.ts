/** A piece of text or a box in a drawing made of characters. */
export interface DrawnNode {
  readonly text: string;
  /** 0-based row and column of the text. */
  readonly row: number;
  readonly column: number;
  readonly box: boolean;
}

/** Which ways a line character leads: up, right, down, left. */
export type Arms = readonly [boolean, boolean, boolean, boolean];

const arms: Readonly<Record<string, string>> = {
  '─': 'RL',
  '━': 'RL',
  '═': 'RL',
  '-': 'RL',
  '—': 'RL',
  '=': 'RL',
  '╌': 'RL',
  '┄': 'RL',
  '│': 'UD',
  '┃': 'UD',
  '║': 'UD',
  '|': 'UD',
  '╎': 'UD',
  '┆': 'UD',
  ':': 'UD',
  '┌': 'RD',
  '╭': 'RD',
  '╔': 'RD',
  '┐': 'DL',
  '╮': 'DL',
  '╗': 'DL',
  '└': 'UR',
  '╰': 'UR',
  '╚': 'UR',
  '`': 'UR',
  '\\': 'UR',
  '┘': 'UL',
  '╯': 'UL',
  '╝': 'UL',
  '/': 'UL',
  '├': 'URD',
  '┤': 'UDL',
  '┬': 'RDL',
  '┴': 'URL',
  '┼': 'URDL',
  '+': 'URDL',
  '╠': 'URD',
  '╣': 'UDL',
  '╦': 'RDL',
  '╩': 'URL',
};
const ways = 'URDL';
const heads: Readonly<Record<string, number>> = {
  '▲': 0,
  '↑': 0,
  '^': 0,
  '►': 1,
  '▶': 1,
  '>': 1,
  '→': 1,
  '➤': 1,
  '▼': 2,
  '↓': 2,
  v: 2,
  V: 2,
  '◄': 3,
  '◀': 3,
  '<': 3,
  '←': 3,
};

/** A drawing as a grid of characters, with its boxes found. */
export class DrawingGrid {
  readonly rows: readonly (readonly string[])[];
  readonly nodes: DrawnNode[] = [];
  /** Per cell: number of the node that covers it, plus one. */
  readonly #cover: Uint16Array[];

  constructor(lines: readonly string[]) {
    this.rows = lines.map((line) => [...line.replace(/\t/g, '    ')]);
    this.#cover = this.rows.map((row) => new Uint16Array(row.length));
    this.#findBoxes();
    this.#findTexts();
  }

  at(row: number, column: number): string {
    return this.rows[row]?.[column] ?? ' ';
  }

  nodeAt(row: number, column: number): DrawnNode | undefined {
    const number = this.#cover[row]?.[column] ?? 0;
    return number === 0 ? undefined : this.nodes[number - 1];
  }

  leads(row: number, column: number, way: number): boolean {
    return (arms[this.at(row, column)] ?? '').includes(ways[way] ?? '');
  }

  /** The way an arrowhead points, or undefined when the character is no arrowhead here. Letters and `<>^` need a line behind them. */
  head(row: number, column: number): number | undefined {
    const way = heads[this.at(row, column)];
    if (way === undefined || this.nodeAt(row, column)?.box) return undefined;
    const [up, across] = step(way);
    const behind = this.at(row - up, column - across);
    const before = (this.rows[row] ?? []).slice(0, column).join('');
    if (/[(（][^()（）]*$/.test(before)) return undefined;
    if (way === 3 && !(behind in arms) && !(this.at(row, column + 2) in arms)) return undefined;
    if (/[vV]/.test(this.at(row, column)) && /\w/.test(this.at(row, column - 1) + this.at(row, column + 1)))
      return undefined;
    if (/[vV^<>]/.test(this.at(row, column)) && !(arms[behind] ?? '').includes(ways[way] ?? '')) return undefined;
    return way;
  }

  #isLine(row: number, column: number): boolean {
    return this.at(row, column) in arms;
  }

  #findBoxes(): void {
    for (const [row, cells] of this.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (!/[┌╭╔+]/.test(cell) || !this.leads(row, column + 1, 1)) continue;
        const found = this.#boxFrom(row, column);
        if (found) this.#addBox(row, column, found.bottom, found.right);
      }
    }
  }

  #boxFrom(top: number, left: number): { bottom: number; right: number } | undefined {
    for (let right = left + 1; this.leads(top, right, 3) && right - left < 200; right += 1) {
      if (!/[┐╮╗+┬┤]/.test(this.at(top, right)) || !this.leads(top, right, 2)) continue;
      let bottom = top + 1;
      while (
        bottom - top < 12 &&
        /[│┃║|├┤┼╠╣◄►◀▶<>]/.test(this.at(bottom, left)) &&
        /[│┃║|├┤┼╠╣◄►◀▶<>]/.test(this.at(bottom, right))
      )
        bottom += 1;
      if (bottom === top + 1 || !/[└╰╚+]/.test(this.at(bottom, left)) || !/[┘╯╝+]/.test(this.at(bottom, right)))
        continue;
      return { bottom, right };
    }
    return undefined;
  }

  #addBox(top: number, left: number, bottom: number, right: number): void {
    let text = '';
    let place = { row: top + 1, column: left + 1 };
    for (let row = top + 1; row < bottom; row += 1) {
      const inner = (this.rows[row] ?? []).slice(left + 1, right).join('');
      if (inner.trim() === '' || text !== '') continue;
      text = inner.trim();
      place = { row, column: left + 1 + (inner.length - inner.trimStart().length) };
    }
    if (text === '' || /[┌└╭╰+][─-]/.test(text)) return;
    this.nodes.push({ text, ...place, box: true });
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) this.#put(row, column);
  }

  #put(row: number, column: number): void {
    const cells = this.#cover[row];
    if (cells && column < cells.length) cells[column] = this.nodes.length;
  }

  /** Runs of text outside the boxes: two spaces or a line end them. */
  #findTexts(): void {
    for (const [row, cells] of this.rows.entries()) {
      let from = -1;
      for (let column = 0; column <= cells.length; column += 1) {
        const cell = cells[column] ?? ' ';
        const blank = cell === ' ' && ((cells[column + 1] ?? ' ') === ' ' || this.#breaks(row, column + 1));
        const ends = column === cells.length || blank || this.#breaks(row, column);
        if (!ends && cell !== ' ' && from < 0) from = column;
        if (!ends || from < 0) continue;
        const text = cells.slice(from, column).join('').trimEnd();
        if (/\p{L}/u.test(text)) {
          const bracketed = /^\[\s*[\p{L}\p{N}_ -]+\]$/u.test(text);
          this.nodes.push({ text, row, column: from, box: bracketed });
          for (let at = from; at < from + text.length; at += 1) this.#put(row, at);
        }
        from = -1;
      }
    }
  }

  #breaks(row: number, column: number): boolean {
    if ((this.#cover[row]?.[column] ?? 0) > 0) return true;
    const cell = this.at(row, column);
    if (cell in heads && !/[vV]/.test(cell)) return this.head(row, column) !== undefined || /[►▶→➤▼↓▲↑◄◀←]/.test(cell);
    if (!this.#isLine(row, column)) return false;
    if (!/[-—=:`\\/+|]/.test(cell)) return true;
    const sides = [this.at(row, column - 1), this.at(row, column + 1)];
    if (sides.some((side) => side === cell || /[─━═│┃├┤┌┐└┘┬┴┼+><►▶◄◀→←|-]/.test(side))) return true;
    if (!/[|\\/+`]/.test(cell)) return false;
    return [row - 1, row + 1].some((other) => this.#isLine(other, column) || this.at(other, column) in heads);
  }
}

/** Row and column change of one step that way. */
export function step(way: number): readonly [number, number] {
  return [way === 0 ? -1 : way === 2 ? 1 : 0, way === 1 ? 1 : way === 3 ? -1 : 0];
}
