import { inconsistentError, type StateCodec } from '@tenfold/base';
import { type DenseDesign, largest } from '@tenfold/linalg';

import type { KNeighborsClassifierSettings } from './params.js';

/** The fitted state: the rows and their class numbers. */
export interface NeighborsState {
  readonly X: DenseDesign;
  /** Each row's class number. */
  readonly codes: Int32Array;
}

/** The fitted state as tensors `X` (bytes or doubles) and `codes`. */
export const state: StateCodec<KNeighborsClassifierSettings, NeighborsState> = {
  version: 1,
  write: ({ X, codes }) => ({
    tensors: {
      X: { shape: [X.rows, X.columns], data: X.data },
      codes: { shape: [codes.length], data: codes },
    },
    facts: { bytes: X.data instanceof Uint8Array },
  }),
  read: (stored, { nNeighbors }, { nFeatures, classes }) => {
    const type = stored.boolean('bytes') ? 'uint8' : 'float64';
    const { data, shape } = stored.tensor('X', type, [null, nFeatures]);
    const [rows] = shape;
    const codes = stored.counts('codes', rows);
    if (rows < nNeighbors)
      throw inconsistentError(`at least nNeighbors rows of X (${nNeighbors})`, `${rows}`);
    if (largest(codes) >= classes.length)
      throw inconsistentError(`class numbers below ${classes.length} in codes`, `${largest(codes)}`);
    return { X: { kind: 'dense', rows, columns: nFeatures, data }, codes };
  },
};
