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
  /** Room for so many ticks. */
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
  if (finite.length === 0) return linear(0, 1, range, [], false);
  if (isLog === true && low > 0) return logarithmic(low, high, range, ticks);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const isFlat = high - low <= Math.max(size * SMALLEST_SHARE, SMALLEST_SPAN);
  const within = ([least, most]: [number, number]): [number, number] => [
    Math.min(low, Math.max(least, bounds[0])),
    Math.max(high, Math.min(most, bounds[1])),
  ];
  const [from, to] = isFlat ? within(spread((low + high) / 2)) : [low, high];
  const step = niceStep((to - from) / Math.max(1, ticks), isCount === true);
  const [first, last] =
    isNice === true ? within([Math.floor(from / step) * step, Math.ceil(to / step) * step]) : [from, to];
  return linear(first, last, range, steps(first, last, step), false);
}

/** As many decimals as tell shares apart that are written in per cent, 1 at least. */
export function percentDigits(ticks: readonly number[]): number {
  if (ticks.length < 2) return 1;
  const step = 100 * Math.abs(ticks[1] - ticks[0]);
  return Math.min(6, Math.max(1, Math.ceil(-Math.log10(step) - 1e-9)));
}

function spread(value: number): [number, number] {
  const half = Math.abs(value) <= SMALLEST_SPAN ? 1 : Math.abs(value) / 2;
  return [value - half, value + half];
}

function linear(
  low: number,
  high: number,
  [from, to]: readonly [number, number],
  ticks: readonly number[],
  isLog: boolean,
): Scale {
  return { place: (value) => from + ((to - from) * (value - low)) / (high - low), ticks, isLog };
}

function logarithmic(low: number, high: number, range: readonly [number, number], most: number): Scale {
  const [from, to] = high > low * 1.05 ? [low, high] : [low / 1.5, high * 1.5];
  const inner = linear(Math.log10(from), Math.log10(to), range, [], true);
  return { place: (value) => inner.place(Math.log10(value)), ticks: logTicks(from, to, most), isLog: true };
}

/** Powers of ten; where there are few of them also twice and five times those. */
function logTicks(low: number, high: number, most: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const decades = Math.log10(high / low);
  const every = Math.max(1, Math.ceil(decades / (most + 1)));
  const factors = decades <= most / 3 ? [1, 2, 5] : [1];
  const all: number[] = [];
  for (let power = first; power <= last; power += every)
    for (const factor of factors) all.push(Number(`${factor}e${power}`));
  const inside = all.filter((value) => value >= low * 0.999 && value <= high * 1.001);
  return inside.length >= 2 ? inside : [low, high];
}

/** The least of 1, 2 or 5 times a power of ten that is no less than `least`. */
export function niceStep(least: number, isCount = false): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return isCount ? Math.max(1, Math.round(factor * power)) : factor * power;
}

function steps(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
