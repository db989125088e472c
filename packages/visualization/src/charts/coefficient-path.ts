import { checkFilled } from '../check-filled.js';
import { checkNames, checkNumber, formatCount, formatShort, ParameterError, ShapeError } from '@tenfold/core';
import { isList, type Label, largest, smallest } from '@tenfold/linalg';

import { seriesStyle } from '../colors/palette.js';
import { nameText, optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { chartScene, type ChartSeries, niceRange } from './chart.js';
import { MOST_NAMED } from './legend-names.js';

/** The course of one coefficient, or of the size of several, along a path. */
export interface PathSeries {
  /** What it is called: a feature, a class. */
  readonly name: Label;
  /** Its value for each C, in their order. */
  readonly values: ArrayLike<number>;
}

/** The options of `coefficientPath`. */
export interface CoefficientPathOptions {
  /** The heading. Default "Coefficients". */
  title?: string;
  /** What the vertical axis is called. Default "Coefficient". */
  yTitle?: string;
}

/** Of more series those that end largest are named; the others, at most so many, are drawn pale. */
const NAMED_OF_MANY = 10;
const MOST_DRAWN = 300;
const PALE = '#b4c3d3';

/** Values beyond this would overflow the span between them. */
const LARGEST = 1e300;

/**
 * A scene of coefficients against the inverse strength C of a penalty, on a logarithmic axis: a line each. Of more than 20
 * the ten that reach furthest from 0 are named, over the others in one pale colour (at most 300 of them, the largest).
 *
 * @param Cs the inverse strengths, ascending, each above 0
 * @param series the lines: coefficients of features, or norms
 * @param options see `CoefficientPathOptions`
 * @throws ParameterError when there is no line, a number is out of range or an option is unknown; ShapeError when a line has
 *   not as many values as there are Cs
 */
export function coefficientPath(
  Cs: ArrayLike<number>,
  series: readonly PathSeries[],
  options: CoefficientPathOptions = {},
): Scene {
  const owner = 'coefficientPath';
  checkNames(owner, options, ['title', 'yTitle']);
  const powers = checkCs(owner, Cs);
  const lines = checkFilled(owner, 'series', series, 'line').map((one, at) =>
    checkLine(owner, one, at, powers),
  );
  const title = optionalText(owner, 'title', options.title, 'Coefficients');
  const yTitle = optionalText(owner, 'yTitle', options.yTitle, 'Coefficient');
  const values = lines.flatMap(({ points }) => points.map(([, value]) => value));
  return chartScene({
    title,
    desc: describeLines(lines, Cs),
    table: {
      caption: title,
      columns: ['Name', 'C', yTitle],
      rows: namedLines(lines).flatMap(({ name, points }) =>
        points.map(([, value], at) => [name, String(Cs[at]), String(value)]),
      ),
    },
    series: seriesOf(lines),
    xTitle: 'Inverse strength of the penalty, log10 C',
    yTitle,
    xRange: powers.length === 1 ? [powers[0] - 1, powers[0] + 1] : [powers[0], powers[powers.length - 1]],
    yRange: niceRange(smallest(values, 0), largest(values, 0)),
    plotWidth: 560,
    plotHeight: 380,
  });
}

interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  /** The largest size of a value. */
  readonly reach: number;
}

function checkCs(owner: string, Cs: ArrayLike<number>): number[] {
  if (!isList(Cs) || Cs.length === 0) throw new ParameterError(owner, 'Cs', 'an array of numbers', Cs);
  return Array.from(Cs, (C, at) => {
    const value = checkNumber(owner, `Cs[${at}]`, C);
    const least = at === 0 ? 0 : Cs[at - 1];
    if (!(value > least)) throw new ParameterError(owner, `Cs[${at}]`, `above ${least}, ascending`, value);
    return Math.log10(value);
  });
}

function checkLine(owner: string, series: PathSeries, at: number, powers: readonly number[]): Line {
  const given: unknown = series;
  if (typeof given !== 'object' || given === null) {
    throw new ParameterError(owner, `series[${at}]`, 'an object with name and values', given);
  }
  const { name, values } = series;
  if (!isList(values)) throw new ParameterError(owner, `series[${at}].values`, 'an array of numbers', values);
  if (values.length !== powers.length) {
    throw new ShapeError(
      owner,
      `as many values of series ${at} as Cs (${powers.length})`,
      `${values.length}`,
    );
  }
  const points = powers.map((power, i) => {
    const value = checkNumber(owner, `series[${at}].values[${i}]`, values[i], {
      min: -LARGEST,
      max: LARGEST,
    });
    return [power, value] as const;
  });
  return {
    name: nameText(name),
    points,
    reach: largest(
      points.map(([, value]) => Math.abs(value)),
      0,
    ),
  };
}

/** Those that are named: all of them, or of many the ones that reach furthest. */
function namedLines(lines: readonly Line[]): readonly Line[] {
  return lines.length <= MOST_NAMED ? lines : byReach(lines).slice(0, NAMED_OF_MANY);
}

function byReach(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => b.reach - a.reach);
}

function seriesOf(lines: readonly Line[]): ChartSeries[] {
  const named = namedLines(lines).map(({ name, points }, at) => ({ name, points, ...seriesStyle(at) }));
  if (lines.length <= MOST_NAMED) return named;
  const others = byReach(lines).slice(NAMED_OF_MANY, NAMED_OF_MANY + MOST_DRAWN);
  const name = `${formatCount(lines.length - NAMED_OF_MANY)} others`;
  return [
    // The legend names the first one only, for all of them.
    ...others.map(({ points }, at) => ({
      name,
      points,
      color: PALE,
      width: 1,
      ...(at > 0 && { isUnnamed: true, isBackground: true }),
    })),
    ...named,
  ];
}

function describeLines(lines: readonly Line[], Cs: ArrayLike<number>): string {
  const ends = namedLines(lines).map(({ name, points }) => {
    const [, value] = points[points.length - 1];
    return `${name}: ${formatShort(value, 4)} at C ${formatShort(Cs[Cs.length - 1], 4)}.`;
  });
  const rest = lines.length > MOST_NAMED ? [`And ${formatCount(lines.length - NAMED_OF_MANY)} more.`] : [];
  return [...ends, ...rest].join(' ');
}
