import { generatedSquare } from './generated.js';
import { importFrom } from './installed.js';

/** numpy-ts's matmul. */
export async function prepare({ n, type }, folder) {
  const np = await importFrom(folder, 'numpy-ts');
  const [A, B] = [1, 2].map((seed) => np.array(Array.from(generatedSquare(n, seed)), type).reshape(n, n));
  return { run: () => A.matmul(B), after: (product) => ({ cell: Number(product.get([1, 1])) }) };
}
