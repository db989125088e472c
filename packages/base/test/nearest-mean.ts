import { type DesignMatrix, toDesignMatrix } from '@tenfold/linalg';

import {
  type ClassificationProblem,
  Classifier,
  type ClassifierDefinition,
  choice,
  type Computation,
  done,
  type FitReport,
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
  const design = toDesignMatrix(X, { owner: 'NearestMean', storage: 'dense' });
  const means = new Float64Array(classes.length * columns);
  const counts = new Float64Array(classes.length);
  codes.forEach((code, i) => {
    counts[code] += 1;
    for (let j = 0; j < columns; j++) means[code * columns + j] += cell(design, i, j);
  });
  const round =
    settings.digits === null ? (x: number) => x : (x: number) => Number(x.toFixed(settings.digits ?? 0));
  return { means: means.map((sum, at) => round(sum / counts[Math.floor(at / columns)])), columns };
}

function cell(design: DesignMatrix, row: number, column: number): number {
  return 'data' in design ? design.data[row * design.columns + column] : NaN;
}

function rowOf(design: DesignMatrix, row: number): number[] {
  return Array.from({ length: design.columns }, (_, j) => cell(design, row, j));
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
  const { rows } = design;
  return yield* done(
    plainStep(() => Int32Array.from({ length: rows }, (_, i) => nearest(state, settings, rowOf(design, i)))),
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
  progress: null,
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

/** The same, with a fit that counts classes and measures nothing. */
export class CountedNearestMean extends Classifier<NearestMeanOptions, Settings, State, FitReport<never>> {
  static readonly definition = {
    ...definition,
    name: 'CountedNearestMean',
    progress: { step: 'class', figures: [] },
    fit: ({ onIteration, ...problem }) => {
      const total = problem.classes.length;
      for (let done = 1; done <= total; done++)
        onIteration?.({ done, total, problem: 0, problems: 1, iteration: done, figures: {} });
      return definition.fit({ ...problem, onIteration: undefined });
    },
  } satisfies ClassifierDefinition<NearestMeanOptions, Settings, State, FitReport<never>>;

  constructor() {
    super(CountedNearestMean.definition, {});
  }
}

/** A classifier as small as one can be: of the class whose mean is nearest. */
export class NearestMean extends Classifier<NearestMeanOptions, Settings, State> {
  static readonly definition = definition;

  constructor(options: NearestMeanOptions = {}) {
    super(definition, options);
  }
}
