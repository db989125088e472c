import type { BarPanel, Picture } from '../../scene.js';
import { padCells, widestCells } from './cells.js';
import type { TerminalSetup } from './pen.js';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Panels of bars, or of dots on an axis, below each other. */
export function barLines(picture: Extract<Picture, { kind: 'bars' }>, setup: TerminalSetup): string[] {
  return picture.panels.flatMap((panel, index) => [...(index > 0 ? [''] : []), ...panelLines(panel, setup)]);
}

function panelLines(panel: BarPanel, setup: TerminalSetup): string[] {
  const { columns, pen } = setup;
  const labelWidth = Math.min(24, Math.floor(columns / 3), widestCells(panel.rows.map((row) => row.label)));
  const textWidth = widestCells(panel.rows.map((row) => row.text));
  const room = Math.max(1, columns - labelWidth - textWidth - 4);
  const draw = panel.min === undefined ? bar : dot;
  const lines = panel.rows.map((row) => {
    const head = `${padCells(row.label, labelWidth)}  ${padCells(row.text, textWidth, 'right')}`;
    return `${head}  ${draw(row, panel, room, setup)}`.trimEnd();
  });
  const axis = panel.ends === undefined ? [] : [axisLine(panel.ends, columns - room, room, setup)];
  return [pen.dim(panel.title), ...lines, ...axis];
}

type Draw = (row: BarPanel['rows'][number], panel: BarPanel, room: number, setup: TerminalSetup) => string;

const bar: Draw = ({ value, color: ink }, { max }, room, { color, pen }) => {
  const length = max > 0 ? (room * value) / max : 0;
  return color === 'none' ? '#'.repeat(Math.round(length)) : pen.ink(smoothBar(length), ink);
};

const dot: Draw = ({ value, color: ink }, { min = 0, max }, room, { color, pen }) => {
  const before = Math.round(((room - 1) * (value - min)) / (max - min));
  const after = room - 1 - before;
  if (color === 'none') return `${'-'.repeat(before)}o${'-'.repeat(after)}`;
  return `${pen.dim('─'.repeat(before))}${pen.ink('●', ink)}${pen.dim('─'.repeat(after))}`;
};

/** The ends of an axis of dots, below it; nothing where there is no room for both. */
function axisLine(
  [low, high]: readonly [string, string],
  before: number,
  room: number,
  { pen }: TerminalSetup,
): string {
  const between = room - widestCells([low]) - widestCells([high]);
  return between < 1 ? '' : pen.dim(`${' '.repeat(before)}${low}${' '.repeat(between)}${high}`);
}

function smoothBar(length: number): string {
  const eighths = Math.round(length * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
