import { createKernelBackend } from '@tenfold/linalg';

import { mnist } from './mnist.js';

const CLASSES = 10;

/**
 * The sum of the losses and its gradient at one point. The images stay bytes; the point is the peer's, whose images are
 * divided by 255, so that both have the same scores.
 */
export async function prepare({ mnistFolder, rows, threads, precision = 'single' }) {
  const { images, labels } = await mnist(mnistFolder, rows);
  const backend = createKernelBackend(threads === undefined ? {} : { threads });
  const design = await backend.rows.design(images, { owner: 'bench' });
  const parameters = Float64Array.from(
    { length: (design.columns + 1) * CLASSES },
    (_, i) => (0.1 * Math.sin(i)) / (i < design.columns * CLASSES ? 255 : 1),
  );
  const gradient = new Float64Array(parameters.length);
  const targets = Int32Array.from(labels);
  const task = { design, parameters, classes: CLASSES, constant: 1, targets, precision };
  return {
    run: () => backend.logistic.multinomial(task, gradient),
    after: (sum) => ({ loss: sum / rows, slope: gradient[CLASSES * 400] / 255 / rows }),
  };
}
