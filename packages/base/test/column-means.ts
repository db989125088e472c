import { type DesignMatrix, type MatrixLike, type Matrix, toDesignMatrix } from '@tenfold/linalg';

import {
  boolean,
  type Computation,
  done,
  type Fitted,
  plainStep,
  Transformer,
  type TransformerDefinition,
} from '../src/index.js';

interface Settings {
  readonly center: boolean;
}

interface State {
  readonly means: Float64Array;
}

/** The rows, with a multiple of the means added to each. */
function* shifted(
  { state, settings }: Fitted<Settings, State>,
  design: DesignMatrix,
  factor: number,
): Computation<Float64Array> {
  const { means } = state;
  return yield* done(
    plainStep(() =>
      cellsOf(design).map((x, at) => (settings.center ? x + factor * means[at % means.length] : x)),
    ),
  );
}

function cellsOf(design: DesignMatrix): Float64Array {
  if (!('data' in design)) throw new TypeError('expected dense rows');
  return Float64Array.from(design.data);
}

export const definition: TransformerDefinition<{ center?: boolean }, Settings, State> = {
  type: 'transformer',
  name: 'ColumnMeans',
  id: 'column-means',
  summary: 'Takes the mean of each column away.',
  params: { center: boolean({ default: true, doc: 'Whether it does.' }) },
  rules: [],
  tags: { sampleWeight: true, oneClass: true, orderFree: true, lazy: false },
  presets: [],
  progress: null,
  views: [],
  state: {
    version: 1,
    write: ({ means }) => ({ tensors: { means: { shape: [means.length], data: means } }, facts: {} }),
    read: (stored, _, { nFeatures }) => ({ means: stored.tensor('means', 'float64', [nFeatures]).data }),
  },
  fit: ({ X, columns, rows, sampleWeight = new Float64Array(rows).fill(1) }) => {
    const cells = cellsOf(toDesignMatrix(X, { owner: 'ColumnMeans', storage: 'dense' }));
    const total = sampleWeight.reduce((sum, weight) => sum + weight, 0);
    const means = new Float64Array(columns);
    cells.forEach((x, at) => {
      means[at % columns] += (x * sampleWeight[Math.floor(at / columns)]) / total;
    });
    return Promise.resolve({ means });
  },
  transform: (fitted, rows) => shifted(fitted, rows, -1),
  inverseTransform: (fitted, rows) => shifted(fitted, rows, 1),
};

/** A transformer as small as one can be: takes the mean of each column away. */
export class ColumnMeans extends Transformer<{ center?: boolean }, Settings, State> {
  static readonly definition = definition;

  constructor(options: { center?: boolean } = {}) {
    super(definition, options);
  }

  inverseTransform(X: MatrixLike): Matrix {
    return this.turnBack(X);
  }
}
