import { checkNames, checkNumber, formatShare, formatShort, ParameterError } from '@tenfold/core';
import { largest, smallest } from '@tenfold/linalg';
import { ticks } from 'd3-array';

import { checkFilled } from '../check-filled.js';
import { ACCENT, FAINT, INK, MUTED_INK, PAPER } from '../colors/palette.js';
import { nameText, optionalText } from '../label-texts.js';
import type { BarPanel, Mark, Scene } from '../scene.js';
import { fitText, measureText } from '../text/measure-text.js';
import { niceRange } from './chart.js';
import { axisMarks, chartTitle, MARGIN, MIDDLE, TITLE_SIZE } from './frame.js';

/** How one solver did. */
export interface SolverResult {
  readonly solver: string;
  /** How long training took, 0 or more. */
  readonly seconds: number;
  /** The share of right predictions, 0 to 1. */
  readonly accuracy: number;
}

/** The options of `solverComparison`. */
export interface SolverComparisonOptions {
  /** The heading. Default "Solvers compared". */
  title?: string;
}

const SIZE = 13;
const ROW = 34;
const PANEL = 250;
const GAP = 56;
/** Other fonts than Inter may be wider by this. */
const SLACK = 1.08;

interface Row extends SolverResult {
  readonly time: string;
  readonly percent: string;
}

/**
 * A scene of the time and the accuracy of solvers, side by side: bars from zero for the time; dots on an enlarged
 * axis for the accuracies, which lie close together.
 *
 * @throws ParameterError when there is no row, a time is negative, an accuracy outside 0 to 1 or an option unknown
 */
export function solverComparison(
  rows: readonly SolverResult[],
  options: SolverComparisonOptions = {},
): Scene {
  const owner = 'solverComparison';
  checkNames(owner, options, ['title']);
  const results = checkFilled(owner, 'rows', rows, 'result').map((row, index) => checkRow(owner, row, index));
  const title = optionalText(owner, 'title', options.title, 'Solvers compared');
  const names = results.map(({ solver }) => fitText(solver, SIZE, 200));
  const left = Math.ceil(MARGIN + largest(names.map((name) => measureText(name, SIZE))) * 1.06 + 12);
  const top = MARGIN + TITLE_SIZE + 46;
  const right = left + PANEL + GAP;
  const bottom = top + results.length * ROW;
  return {
    width: right + PANEL + 20 + MARGIN,
    height: bottom + 28 + MARGIN,
    title,
    desc: results.map(({ solver, time, percent }) => `${solver}: ${time}, accuracy ${percent}.`).join(' '),
    background: PAPER,
    marks: [
      chartTitle(title, MARGIN, right + PANEL - MARGIN),
      ...names.map((text, row): Mark => ({
        kind: 'text',
        x: left - 12,
        y: middle(top, row) + SIZE * MIDDLE,
        text,
        size: SIZE,
        fill: INK,
        anchor: 'end',
      })),
      ...timePanel(results, left, top, bottom),
      ...accuracyPanel(results, right, top, bottom),
    ],
    table: {
      caption: title,
      columns: ['Solver', 'Seconds', 'Accuracy'],
      rows: results.map(({ solver, seconds, accuracy }) => [solver, String(seconds), String(accuracy)]),
    },
    picture: { kind: 'bars', panels: panelsOf(results) },
  };
}

/** The panels before layout, for the terminal. */
function panelsOf(results: readonly Row[]): BarPanel[] {
  const [low, high] = accuracyRange(results);
  return [
    {
      title: 'Training time',
      max: largest(results.map(({ seconds }) => seconds)),
      rows: results.map(({ solver, seconds, time }) => barOf(solver, seconds, time)),
    },
    {
      title: 'Accuracy',
      min: low / 100,
      max: high / 100,
      ends: [low, high].map((percent) => `${formatShort(percent, 4)}%`) as [string, string],
      rows: results.map(({ solver, accuracy, percent }) => barOf(solver, accuracy, percent)),
    },
  ];
}

function barOf(label: string, value: number, text: string): BarPanel['rows'][number] {
  return { label, value, text, color: ACCENT };
}

function timePanel(results: readonly Row[], left: number, top: number, bottom: number): Mark[] {
  const longest = largest(results.map(({ seconds }) => seconds));
  // The text after the longest bar needs room too.
  const textWidth = largest(results.map(({ time }) => measureText(time, SIZE))) * SLACK + 10;
  const high = (longest || 1) * (PANEL / (PANEL - textWidth));
  const xOf = (value: number): number => left + (PANEL * value) / high;
  return [
    ...panelFrame('Training time (s)', ticks(0, high, 4), xOf, left, top, bottom),
    ...results.flatMap(({ seconds, time }, row): Mark[] => [
      {
        kind: 'rect',
        x: left,
        y: middle(top, row) - 9,
        width: Math.max(xOf(seconds) - left, 1),
        height: 18,
        fill: ACCENT,
        radius: 2,
      },
      ...valueText(time, xOf(seconds) + 6, middle(top, row)),
    ]),
  ];
}

function accuracyPanel(results: readonly Row[], left: number, top: number, bottom: number): Mark[] {
  const [low, high] = accuracyRange(results);
  const width = PANEL - 40;
  const xOf = (value: number): number => left + (width * (value - low)) / (high - low);
  return [
    ...panelFrame('Accuracy (%)', ticks(low, high, 4), xOf, left, top, bottom),
    ...results.flatMap(({ accuracy, percent }, row): Mark[] => {
      const x = xOf(accuracy * 100);
      const y = middle(top, row);
      return [
        // No bars: on an axis that does not begin at zero their lengths would mislead.
        {
          kind: 'line',
          points: [
            [left, y],
            [left + width, y],
          ],
          stroke: FAINT,
          dash: [2, 3],
        },
        { kind: 'circle', x, y, radius: 6, fill: ACCENT },
        ...valueText(percent, x + 11, y),
      ];
    }),
  ];
}

/** The part of the axis, in percent, that shows accuracies apart which lie close together. */
function accuracyRange(results: readonly Row[]): [number, number] {
  const accuracies = results.map(({ accuracy }) => accuracy * 100);
  const [least, most] = [smallest(accuracies), largest(accuracies)];
  const room = Math.max((most - least) / 3, 0.25);
  return niceRange(Math.max(least - room, 0), Math.min(most + room, 100));
}

function panelFrame(
  title: string,
  values: readonly number[],
  xOf: (value: number) => number,
  left: number,
  top: number,
  bottom: number,
): Mark[] {
  return [
    { kind: 'text', x: left, y: top - 12, text: title, size: SIZE, weight: 600, fill: MUTED_INK },
    ...axisMarks({ direction: 'x', values, place: xOf, from: top, to: bottom, textAt: bottom + 18 }),
    {
      kind: 'line',
      points: [
        [left, top],
        [left, bottom],
      ],
      stroke: MUTED_INK,
    },
  ];
}

/** A value beside its mark, on paper, so that no line of the grid runs through it. */
function valueText(text: string, x: number, y: number): Mark[] {
  const width = measureText(text, SIZE) * SLACK + 4;
  return [
    { kind: 'rect', x: x - 2, y: y - 9, width, height: 18, fill: PAPER },
    { kind: 'text', x, y: y + SIZE * MIDDLE, text, size: SIZE, fill: INK },
  ];
}

function middle(top: number, row: number): number {
  return top + (row + 0.5) * ROW;
}

function checkRow(owner: string, row: SolverResult, index: number): Row {
  const given: unknown = row;
  if (typeof given !== 'object' || given === null) {
    throw new ParameterError(owner, `rows[${index}]`, 'an object with solver, seconds and accuracy', given);
  }
  const seconds = checkNumber(owner, `rows[${index}].seconds`, row.seconds, { min: 0 });
  const accuracy = checkNumber(owner, `rows[${index}].accuracy`, row.accuracy, { min: 0, max: 1 });
  return {
    solver: nameText(row.solver),
    seconds,
    accuracy,
    time: `${formatShort(seconds)} s`,
    // Accuracies lie close together.
    percent: formatShare(accuracy, 2),
  };
}
