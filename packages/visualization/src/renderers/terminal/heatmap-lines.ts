import type { Picture } from '../../scene.js';
import { fitCells, padCells, widestCells } from './cells.js';
import type { TerminalSetup } from './pen.js';

type Heatmap = Extract<Picture, { kind: 'heatmap' }>;

const LONGEST_LABEL = 16;

/** A confusion matrix as a table of coloured cells; columns that do not fit follow below. */
export function heatmapLines(picture: Heatmap, setup: TerminalSetup): string[] {
  const { labels, texts } = picture;
  const { pen, columns } = setup;
  const labelWidth = Math.min(LONGEST_LABEL, Math.floor(columns / 3), widestCells(labels));
  const textWidth = widestCells(texts.flat());
  const width = Math.max(textWidth, Math.min(widestCells(labels), 8)) + 2;
  const perPart = Math.max(1, Math.floor((columns - labelWidth - 1) / width));
  const lines = [fitCells(`Rows: ${picture.rowTitle}. Columns: ${picture.columnTitle}.`, columns), ''];
  for (let first = 0; first < labels.length; first += perPart) {
    if (first > 0) lines.push('');
    const part = labels.slice(first, first + perPart);
    const head = part.map((label) => `${padCells(label, width - 1, 'right')} `).join('');
    lines.push(`${' '.repeat(labelWidth + 1)}${head}`.trimEnd());
    for (const [row, label] of labels.entries()) {
      const cells = part.map((_, index) => cell(picture, row, first + index, width, setup));
      lines.push(`${padCells(label, labelWidth, 'right')} ${cells.join('')}`.trimEnd());
    }
  }
  return lines.map((line, index) => (index === 0 ? pen.dim(line) : line));
}

function cell(picture: Heatmap, row: number, column: number, width: number, setup: TerminalSetup): string {
  const text = `${padCells(picture.texts[row][column], width - 1, 'right')} `;
  return setup.pen.paint(text, picture.inks[row][column], picture.fills[row][column]);
}
