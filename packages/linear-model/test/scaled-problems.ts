import { CsrMatrix } from '@tenfold/linalg';

import type { LogisticRegressionOptions } from '../src/index.js';

/** Random numbers of a seed: a linear congruential generator in 48 bits is good enough to make problems. */
class RandomNumbers {
  #state: bigint;

  constructor(seed: number) {
    this.#state = (BigInt(seed) * 0x5deece66dn + 0xb1e55ed1n) % (1n << 48n);
    for (let i = 0; i < 3; i++) this.random();
  }

  random(): number {
    this.#state = (this.#state * 0x5deece66dn + 11n) % (1n << 48n);
    return Number(this.#state >> 16n) / 2 ** 32;
  }

  randint(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from));
  }

  uniform(from: number, to: number): number {
    return from + this.random() * (to - from);
  }

  standardNormal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random());
  }
}

/** A random problem, of a kind that solvers find hard or odd. */
export interface ScaledProblem {
  readonly kind: string;
  readonly X: Float64Array[] | CsrMatrix;
  readonly y: number[];
  readonly options: LogisticRegressionOptions;
  readonly sampleWeight: Float64Array | undefined;
}

const KINDS = [
  'plain',
  'columns of scales from 1e-8 to 1e8',
  'columns of scales up to 1e150',
  'equal and constant columns',
  'a zero column',
  'rare cells',
  'few cells',
  'more columns than rows',
  'one row a class',
  'separable classes',
  'a single large cell',
  'columns far from zero',
] as const;

type Kind = (typeof KINDS)[number];

const WILD = [1e-8, 1, 1, 1e3, 1e8, 1e20, 1e150];
const STRENGTHS = [-4, -2, 0, 0, 0, 2, 4];
const CLASSES = [2, 2, 3, 4, 5, 7];

/**
 * Problem number `seed`.
 *
 * @param large rows and columns enough for a preconditioner to be worth its price from the start
 */
export function scaledProblem(seed: number, large = false): ScaledProblem {
  const random = new RandomNumbers(seed);
  const pick = <T>(values: readonly T[]): T => values[random.randint(0, values.length)];
  const classes = pick(CLASSES);
  const kind = pick(KINDS);
  const [rows, columns] = shapeOf(random, kind, classes, large);
  const X = cellsOf(random, kind, rows, columns);
  const y = labelsOf(random, X, classes, kind !== 'separable classes');
  distort(random, kind, X);
  const weighted = random.random() < 1 / 3;
  return {
    kind,
    X,
    y,
    options: {
      C: 10 ** pick(STRENGTHS),
      fitIntercept: random.random() < 0.8,
      multiClass: pick(['auto', 'auto', 'ovr'] as const),
    },
    sampleWeight: weighted
      ? Float64Array.from(X, (_, i) => (i < classes ? 1 : random.randint(0, 3)))
      : undefined,
  };
}

/** Problem number `seed` of sparse rows with more columns than rows, some columns frequent and most rare, of scales of their own. */
export function wideProblem(seed: number): ScaledProblem & { readonly X: CsrMatrix } {
  const random = new RandomNumbers(seed);
  const [rows, columns, classes] = [random.randint(500, 900), random.randint(1500, 3000), 2 + (seed % 6)];
  const scales = Float64Array.from({ length: columns }, () => 10 ** random.uniform(-3, 3));
  const y = Array.from({ length: rows }, (_, i) => i % classes);
  const cells = y.map((label) => {
    const own = new Map<number, number>();
    for (let t = 0; t < WIDE_CELLS; t++) {
      const column = Math.floor(columns * random.random() ** 3);
      if (random.random() < (column % classes === label ? 1 : 0.7))
        own.set(column, scales[column] * (1 + random.random()));
    }
    return own;
  });
  return {
    kind: 'wide sparse rows',
    X: CsrMatrix.fromRows(cells, columns),
    y,
    options: {
      C: 10 ** random.randint(-3, 3),
      fitIntercept: seed % 3 > 0,
      multiClass: seed % 4 === 3 ? 'ovr' : 'auto',
    },
    sampleWeight: undefined,
  };
}

/** Draws of cells of a wide row. */
const WIDE_CELLS = 350;

function shapeOf(
  random: RandomNumbers,
  kind: Kind,
  classes: number,
  large: boolean,
): [rows: number, columns: number] {
  if (large) return [random.randint(2500, 4000), random.randint(40, 60)];
  if (kind === 'one row a class') return [classes, random.randint(1, 15)];
  if (kind === 'more columns than rows') return [random.randint(classes, 30), random.randint(40, 200)];
  return [random.randint(classes, 150), random.randint(1, 15)];
}

function cellsOf(random: RandomNumbers, kind: Kind, rows: number, columns: number): Float64Array[] {
  const empty = kind === 'rare cells' ? 0.95 : kind === 'few cells' ? 0.7 : 0;
  return Array.from({ length: rows }, () =>
    Float64Array.from({ length: columns }, () => {
      const cell = random.standardNormal();
      return random.random() < empty ? 0 : cell;
    }),
  );
}

/** The class of the largest of random linear functions, blurred or not; each class has a row. */
function labelsOf(random: RandomNumbers, X: Float64Array[], classes: number, blurred: boolean): number[] {
  const columns = X[0].length;
  const weights = Array.from({ length: classes }, () =>
    Float64Array.from({ length: columns }, () => (2 * random.standardNormal()) / Math.sqrt(columns)),
  );
  return X.map((row, i) => {
    const scores = weights.map(
      (own) => own.reduce((sum, w, j) => sum + w * row[j], 0) + (blurred ? 2 * random.standardNormal() : 0),
    );
    return i < classes ? i : scores.indexOf(Math.max(...scores));
  });
}

function distort(random: RandomNumbers, kind: Kind, X: Float64Array[]): void {
  const columns = X[0].length;
  const scaleOf = (): number => {
    if (kind === 'columns of scales from 1e-8 to 1e8') return 10 ** random.uniform(-8, 8);
    return kind === 'columns of scales up to 1e150' ? WILD[random.randint(0, WILD.length)] : 1;
  };
  for (let j = 0; j < columns; j++) {
    const scale = scaleOf();
    const offset = kind === 'columns far from zero' ? 10 ** random.uniform(0, 5) : 0;
    for (const row of X) row[j] = (row[j] + offset) * scale;
  }
  for (const row of X) {
    if (kind === 'equal and constant columns') [row[columns - 1], row[1 % columns]] = [row[0], 3];
    if (kind === 'a zero column') row[0] = 0;
  }
  if (kind === 'a single large cell') {
    X[random.randint(0, X.length)][random.randint(0, columns)] = 10 ** random.uniform(3, 15);
  }
}
