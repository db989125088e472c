import stringWidth from 'string-width';

/** The width of a text in cells of a terminal. */
function cellWidth(text: string): number {
  return stringWidth(text);
}

/** A text cut to a number of cells, with a full stop or three where something was cut: ASCII stays ASCII. */
export function fitCells(text: string, cells: number): string {
  if (cellWidth(text) <= cells) return text;
  const dots = '.'.repeat(Math.max(1, Math.min(3, cells - 1)));
  let fitting = '';
  for (const character of text) {
    if (cellWidth(fitting + character) > cells - dots.length) break;
    fitting += character;
  }
  return fitting.trimEnd() + dots;
}

/** A text in a field of a number of cells: at its left, right or middle. */
export function padCells(text: string, cells: number, align: 'left' | 'right' | 'middle' = 'left'): string {
  const fitted = fitCells(text, cells);
  const room = Math.max(0, cells - cellWidth(fitted));
  const before = align === 'left' ? 0 : align === 'right' ? room : Math.floor(room / 2);
  return ' '.repeat(before) + fitted + ' '.repeat(room - before);
}

/** The widest of some texts, in cells. */
export function widestCells(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, cellWidth(text)), 0);
}
