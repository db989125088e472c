import { type CsrMatrix, isCsrMatrix } from './csr/csr-matrix.js';
import { csrRows, keepCsrRows } from './csr/csr-rows.js';
import type { DesignMatrix } from './design-matrix.js';
import { fillCsr, fillDense, measureDensity } from './fill-design.js';
import type { FeatureMatrix } from './feature-matrix.js';
import type { RowSource } from './open-matrix.js';
import { keepRows, openRows } from './row-source.js';
import { workMeter } from './work-meter.js';

/**
 * Largest share of nonzero cells at which a matrix is stored sparse. Of bytes, a sparse cell takes three (one of
 * value, two of column index) where a dense one takes one, so that a third is where the sizes meet; a sparse
 * multiply-add costs about twice a dense one, so that speed has met before. MNIST, at 19 %, is sparse: 27 MB
 * for its 60,000 rows.
 */
export const SPARSE_UP_TO_DENSITY = 1 / 3;

/** How `toDesignMatrix` stores and what it says. */
export interface DesignOptions {
  /** The function or class that the user called; error messages begin with it. */
  owner: string;
  /** The matrix's name in error messages. Default: it has none. */
  name?: string | undefined;
  /**
   * `'auto'` (default) measures the density and chooses; `'dense'` skips that, and takes a ByteMatrix as it is
   * without a copy: best for a single pass such as a prediction; `'given'` does so too, but leaves a CsrMatrix sparse.
   */
  storage?: 'auto' | 'dense' | 'given';
}

/**
 * Checks a matrix and lays it flat for the kernels: dense, or CSR when at most a third of its cells are nonzero.
 * Bytes (a ByteMatrix, or rows of Uint8Array) stay bytes; everything else becomes doubles. A CsrMatrix stays as it is, on
 * the same arrays, unless `storage` is `'dense'`.
 *
 * @param X one sample a row, one feature a column
 * @throws ShapeError when it is no matrix, is empty or its rows differ in length
 * @throws NonFiniteError when a cell is NaN, infinite, missing or no number, with its row and column
 */
export function toDesignMatrix(X: FeatureMatrix, options: DesignOptions): DesignMatrix {
  if (staysSparse(X, options)) return csrRows(X, options.owner);
  const steps = convert(openRows(X, options.owner, options.name), options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * The same as `toDesignMatrix`, giving the event loop back as it goes. The matrix is read at the call, and may be changed
 * as soon as that has returned.
 *
 * @param X one sample a row, one feature a column
 * @throws ShapeError, NonFiniteError as `toDesignMatrix`; rejects with the signal's reason when cancelled
 */
export async function toDesignMatrixAsync(
  X: FeatureMatrix,
  options: DesignOptions & {
    /** Cancels the conversion. */
    signal?: AbortSignal | undefined;
  },
): Promise<DesignMatrix> {
  if (staysSparse(X, options)) return keepCsrRows(X, options.owner);
  const steps = convert(keepRows(openRows(X, options.owner, options.name)), options);
  let step = steps.next();
  while (step.done !== true) {
    await workMeter.spend(step.value, options.signal);
    step = steps.next();
  }
  return step.value;
}

function staysSparse(X: FeatureMatrix, { storage }: DesignOptions): X is CsrMatrix {
  return storage !== 'dense' && isCsrMatrix(X);
}

/** Yields the work done since the last step, and returns the design matrix. */
function* convert(source: RowSource, { storage = 'auto' }: DesignOptions): Generator<number, DesignMatrix> {
  if (storage !== 'auto') return yield* fillDense(source);
  const nonzeros = yield* measureDensity(source);
  return nonzeros <= SPARSE_UP_TO_DENSITY * source.rows * source.columns
    ? yield* fillCsr(source, nonzeros)
    : yield* fillDense(source);
}
