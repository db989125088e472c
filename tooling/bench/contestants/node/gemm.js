import { gemm, Matrix } from '@tenfold/linalg';

import { generatedSquare } from './generated.js';

/** A·B of two square matrices, of doubles in ml-matrix's matrices or of floats. */
export function prepare({ n, type }) {
  if (type === 'float32') {
    const [A, B] = [1, 2].map((seed) => ({
      rows: n,
      columns: n,
      data: generatedSquare(n, seed, Float32Array),
    }));
    return { run: () => gemm(A, B), after: ({ data }) => ({ cell: data[n + 1] }) };
  }
  const [A, B] = [1, 2].map((seed) => Matrix.from1DArray(n, n, generatedSquare(n, seed)));
  return { run: () => gemm(A, B), after: (product) => ({ cell: product.get(1, 1) }) };
}
