import type { BarPanel, Picture } from '../../scene.js';
import { padCells, widestCells } from './cells.js';
import type { TerminalSetup } from './pen.js';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Panels of bars below each other. */
export function barLines(picture: Extract<Picture, { kind: 'bars' }>, setup: TerminalSetup): string[] {
  return picture.panels.flatMap((panel, index) => [...(index > 0 ? [''] : []), ...panelLines(panel, setup)]);
}

function panelLines(panel: BarPanel, { columns, color, pen }: TerminalSetup): string[] {
  const labelWidth = Math.min(24, Math.floor(columns / 3), widestCells(panel.rows.map((row) => row.label)));
  const textWidth = widestCells(panel.rows.map((row) => row.text));
  const room = Math.max(1, columns - labelWidth - textWidth - 4);
  return [
    pen.dim(panel.title),
    ...panel.rows.map(({ label, value, text, color: ink }) => {
      const length = panel.max > 0 ? (room * value) / panel.max : 0;
      const bar = color === 'none' ? '#'.repeat(Math.round(length)) : pen.ink(smoothBar(length), ink);
      return `${padCells(label, labelWidth)}  ${padCells(text, textWidth, 'right')}  ${bar}`.trimEnd();
    }),
  ];
}

function smoothBar(length: number): string {
  const eighths = Math.round(length * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
