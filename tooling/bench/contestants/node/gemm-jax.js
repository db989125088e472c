import { generatedSquare } from './generated.js';
import { importFrom } from './installed.js';

/** jax-js on its WebAssembly backend. */
export async function prepare({ n, type }, folder) {
  const { defaultDevice, init, numpy: np } = await importFrom(folder, '@jax-js/jax');
  await init('wasm');
  defaultDevice('wasm');
  const Type = type === 'float32' ? Float32Array : Float64Array;
  const [A, B] = [1, 2].map((seed) => np.array(generatedSquare(n, seed, Type)).reshape([n, n]));
  return {
    run: async () => {
      const product = np.matmul(A.ref, B.ref);
      await product.blockUntilReady();
      return product;
    },
    after: async (product) => ({ cell: (await product.data())[n + 1] }),
  };
}
