import { generatedSquare } from './generated.js';
import { importFrom } from './installed.js';

/** TensorFlow.js on its WebAssembly backend, which knows floats only. */
export async function prepare({ n }, folder) {
  const tf = await importFrom(folder, '@tensorflow/tfjs');
  await importFrom(folder, '@tensorflow/tfjs-backend-wasm');
  if (!(await tf.setBackend('wasm'))) throw new Error('its WebAssembly backend does not start');
  const [A, B] = [1, 2].map((seed) => tf.tensor2d(generatedSquare(n, seed, Float32Array), [n, n]));
  return {
    run: () => tf.matMul(A, B),
    after: (product) => {
      const cell = product.dataSync()[n + 1];
      product.dispose();
      return { cell };
    },
  };
}
