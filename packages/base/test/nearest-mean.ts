import type { DesignMatrix } from '@tenfold/linalg';
import { Matrix } from '@tenfold/linalg';

import {
  type ClassificationProblem,
  Classifier,
  type ClassifierDefinition,
  choice,
  type Computation,
  done,
  forbid,
  integer,
  nullable,
  number,
  plainStep,
} from '../src/index.js';

export interface NearestMeanOptions {
  power?: number;
  digits?: number | null;
  ties?: 'first' | 'last';
}

interface Settings {
  readonly power: number;
  readonly digits: number | null;
  readonly ties: 'first' | 'last';
}

interface State {
  /** The mean of each class, row after row. */
  readonly means: Float64Array;
  readonly columns: number;
}

function fit({ X, settings, classes, codes, columns }: ClassificationProblem<Settings, never>): State {
  const rows = new Matrix(Array.from(X as ArrayLike<ArrayLike<number>>, (row) => Array.from(row)));
  const means = new Float64Array(classes.length * columns);
  const counts = new Float64Array(classes.length);
  codes.forEach((code, i) => {
    counts[code] += 1;
    for (let j = 0; j < columns; j++) means[code * columns + j] += rows.get(i, j);
  });
  const round =
    settings.digits === null ? (x: number) => x : (x: number) => Number(x.toFixed(settings.digits ?? 0));
  return { means: means.map((sum, at) => round(sum / counts[Math.floor(at / columns)])), columns };
}

function nearest({ means, columns }: State, { power, ties }: Settings, row: readonly number[]): number {
  const distances = Array.from({ length: means.length / columns }, (_, k) =>
    row.reduce((sum, x, j) => sum + Math.abs(x - means[k * columns + j]) ** power, 0),
  );
  const least = distances.reduce((best, distance) => Math.min(best, distance), Infinity);
  return ties === 'first' ? distances.indexOf(least) : distances.lastIndexOf(least);
}

function* classify(
  { state, settings }: { state: State; settings: Settings },
  design: DesignMatrix,
): Computation<Int32Array> {
  const { columns, rows } = design;
  const cells = design.kind === 'dense' ? design.data : new Float64Array();
  return yield* done(
    plainStep(() =>
      Int32Array.from({ length: rows }, (_, i) =>
        nearest(state, settings, Array.from(cells.subarray(i * columns, (i + 1) * columns))),
      ),
    ),
  );
}

const definition: ClassifierDefinition<NearestMeanOptions, Settings, State> = {
  type: 'classifier',
  name: 'NearestMean',
  id: 'nearest-mean',
  summary: 'The class whose mean is nearest.',
  params: {
    power: number({ above: 0, max: 9, default: 2, doc: 'The power of differences.' }),
    digits: nullable(integer({ min: 0, max: 20, default: 3, doc: 'Digits of the means.' })),
    ties: choice(['first', 'last'], { default: 'first', doc: 'Which of classes as near.' }),
  },
  rules: [forbid({ ties: 'last', digits: null }, 'digits', 'a number when the last of ties wins')],
  tags: { sampleWeight: false, oneClass: true, orderFree: true, lazy: false },
  presets: [],
  progress: [],
  views: [],
  state: {
    version: 3,
    write: ({ means, columns }) => ({
      tensors: { means: { shape: [means.length / columns, columns], data: means } },
      facts: { isMean: true },
    }),
    read: (stored, _, { classes, nFeatures }) => {
      stored.boolean('isMean');
      return {
        means: stored.tensor('means', 'float64', [classes.length, nFeatures]).data,
        columns: nFeatures,
      };
    },
  },
  fit: (problem) => Promise.resolve({ state: fit(problem) }),
  classify,
};

/** A classifier as small as one can be: of the class whose mean is nearest. */
export class NearestMean extends Classifier<NearestMeanOptions, Settings, State> {
  static readonly definition = definition;

  constructor(options: NearestMeanOptions = {}) {
    super(definition, options);
  }
}
