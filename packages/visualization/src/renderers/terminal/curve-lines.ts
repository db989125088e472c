import { tickTexts } from '../../charts/frame.js';
import { legendNames } from '../../charts/legend-names.js';
import type { CurveSeries, Picture } from '../../scene.js';
import { fitCells, padCells, widestCells } from './cells.js';
import type { TerminalSetup } from './pen.js';

type Curves = Extract<Picture, { kind: 'curves' }>;

const LONGEST_HEIGHT = 20;
const ASCII_DOTS = '*o+x#@%&';
/** The bits of a Braille character, by row and column of its dots. */
const DOTS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

interface Cell {
  bits: number;
  series: number;
}

/** Curves in Braille dots (four by two a character), or in letters where there are no colours. */
export function curveLines(picture: Curves, setup: TerminalSetup): string[] {
  const { series, xRange, yRange } = picture;
  const [low, high] = tickTexts(yRange);
  const margin = widestCells([low, high]);
  const width = Math.min(setup.columns - margin - 2, 72);
  const height = Math.min(LONGEST_HEIGHT, Math.max(6, Math.floor(width / 3.6)));
  const cells = plot(picture, width, height);
  const body = cells.map((row, index) => {
    const label = index === 0 ? high : index === height - 1 ? low : '';
    return `${padCells(label, margin, 'right')} |${row.map((cell) => glyph(cell, series, setup)).join('')}`.trimEnd();
  });
  const [left, right] = tickTexts(xRange);
  const between = padCells(picture.xTitle, Math.max(0, width - left.length - right.length), 'middle');
  return [
    setup.pen.dim(fitCells(picture.yTitle, setup.columns)),
    ...body,
    `${' '.repeat(margin)} +${'-'.repeat(width)}`,
    `${' '.repeat(margin + 2)}${left}${between}${right}`,
    ...legendLines(series, setup),
  ];
}

function legendLines(series: readonly CurveSeries[], { pen, color, columns }: TerminalSetup): string[] {
  if (series.length < 2) return [];
  const numbered = series.map((one, index) => ({ ...one, index }));
  const { shown, more } = legendNames(numbered.filter(({ isBackground }) => isBackground !== true));
  return [
    '',
    ...shown.map(({ name, color: ink, index }) => {
      const dot = color === 'none' ? asciiDot(index) : pen.ink('──', ink);
      return `  ${dot} ${fitCells(name, columns - 6)}`;
    }),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function glyph(cell: Cell, series: readonly CurveSeries[], { color, pen }: TerminalSetup): string {
  if (cell.bits === 0) return ' ';
  if (color === 'none') return asciiDot(cell.series);
  return pen.ink(String.fromCharCode(0x2800 + cell.bits), series[cell.series].color);
}

function asciiDot(series: number): string {
  return ASCII_DOTS[series % ASCII_DOTS.length];
}

/** Later series are drawn over earlier ones. */
function plot({ series, xRange, yRange }: Curves, width: number, height: number): Cell[][] {
  const cells = Array.from({ length: height }, () =>
    Array.from({ length: width }, (): Cell => ({ bits: 0, series: 0 })),
  );
  const columns = width * 2;
  const rows = height * 4;
  const mark = (x: number, y: number, index: number): void => {
    const column = Math.min(columns - 1, Math.max(0, Math.round(x)));
    const row = Math.min(rows - 1, Math.max(0, Math.round(y)));
    const cell = cells[row >> 2][column >> 1];
    cell.bits |= DOTS[row & 3][column & 1];
    cell.series = index;
  };
  series.forEach(({ points }, index) => {
    const places = points.map(([x, y]) => [
      ((x - xRange[0]) / (xRange[1] - xRange[0])) * (columns - 1),
      (1 - (y - yRange[0]) / (yRange[1] - yRange[0])) * (rows - 1),
    ]);
    places.forEach(([x, y], at) => {
      const [fromX, fromY] = places[Math.max(0, at - 1)];
      const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x - fromX), Math.abs(y - fromY))));
      for (let step = 0; step <= steps; step++) {
        mark(fromX + ((x - fromX) * step) / steps, fromY + ((y - fromY) * step) / steps, index);
      }
    });
  });
  return cells;
}
