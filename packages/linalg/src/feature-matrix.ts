import type { CsrMatrix } from './csr/csr-matrix.js';
import type { MatrixLike } from './matrix-like.js';

/** Whatever may be passed where samples to learn from or to predict are wanted: a matrix, or a sparse one. */
export type FeatureMatrix = MatrixLike | CsrMatrix;
