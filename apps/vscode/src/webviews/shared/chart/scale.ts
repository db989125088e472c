import { scaleLinear, scaleLog } from 'd3-scale';

/** From values to pixels. */
export interface Scale {
  /** Where a value lies. */
  readonly place: (value: number) => number;
  /** Values to mark, from low to high. */
  readonly ticks: readonly number[];
  readonly isLog: boolean;
}

/** Below these there is no room for ticks between two doubles. */
const SMALLEST_SHARE = 1e-12;
const SMALLEST_SPAN = 1e-200;

interface ScaleChoice {
  readonly values: readonly number[];
  /** Pixels of the lowest and of the highest value. */
  readonly range: readonly [number, number];
  /** The number of ticks that there is room for. */
  readonly ticks: number;
  /** By powers of ten, where all values are above 0. */
  readonly isLog?: boolean;
  /** Whole numbers only are marked. */
  readonly isCount?: boolean;
  /** Begin and end at round values. */
  readonly isNice?: boolean;
  /** What no value lies outside of, nor a mark, however far round values would reach: 0 to 1 for shares. */
  readonly bounds?: readonly [number, number] | undefined;
}

const UNBOUNDED = [-Infinity, Infinity] as const;

/** A scale that holds all finite values. Zeros and negative ones make a scale linear that was to be logarithmic. */
export function makeScale(choice: ScaleChoice): Scale {
  const { values, range, ticks, isLog, isCount, isNice, bounds = UNBOUNDED } = choice;
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  const high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  if (finite.length === 0) return { place: scaleLinear([0, 1], range), ticks: [], isLog: false };
  if (isLog === true && low > 0) return logarithmic(low, high, range, ticks);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const isFlat = high - low <= Math.max(size * SMALLEST_SHARE, SMALLEST_SPAN);
  const within = ([least, most]: readonly number[]): [number, number] => [
    Math.min(low, Math.max(least, bounds[0])),
    Math.max(high, Math.min(most, bounds[1])),
  ];
  const scale = scaleLinear(isFlat ? within(spread((low + high) / 2)) : [low, high], range);
  if (isNice === true) scale.domain(within(scale.nice(ticks).domain()));
  const marks = scale.ticks(ticks);
  return { place: scale, ticks: isCount === true ? marks.filter(Number.isInteger) : marks, isLog: false };
}

/** The decimals by which shares in per cent differ from each other, at least 1. */
export function percentDigits(ticks: readonly number[]): number {
  if (ticks.length < 2) return 1;
  const step = 100 * Math.abs(ticks[1] - ticks[0]);
  return Math.min(6, Math.max(1, Math.ceil(-Math.log10(step) - 1e-9)));
}

function spread(value: number): [number, number] {
  const half = Math.abs(value) <= SMALLEST_SPAN ? 1 : Math.abs(value) / 2;
  return [value - half, value + half];
}

function logarithmic(low: number, high: number, range: readonly [number, number], most: number): Scale {
  const [from, to] = high > low * 1.05 ? [low, high] : [low / 1.5, high * 1.5];
  const scale = scaleLog([from, to], range);
  // Where there are too many ticks, the format leaves some without a label.
  const label = scale.tickFormat(most);
  const labelled = scale.ticks(most).filter((tick) => label(tick) !== '');
  return { place: scale, ticks: labelled.length >= 2 ? labelled : [low, high], isLog: true };
}
