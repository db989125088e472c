import { generatedSquare } from './generated.js';
import { importFrom } from './installed.js';

/** ml-matrix's mmul, which knows doubles only. */
export async function prepare({ n }, folder) {
  const { Matrix } = await importFrom(folder, 'ml-matrix');
  const [A, B] = [1, 2].map((seed) => Matrix.from1DArray(n, n, generatedSquare(n, seed)));
  return { run: () => A.mmul(B), after: (product) => ({ cell: product.get(1, 1) }) };
}
