import { serveTraining } from '../worker/serve-training.js';
import { readMnistFiles } from './mnist-files.js';
import { workerPort } from './worker-port.js';

/**
 * Serves the training contract in a web worker.
 *
 * @param mnist the folder of MNIST's files, as the text of a URI that the host can read
 */
export function startServing(mnist: string): void {
  serveTraining(workerPort(self), {
    mnistFiles: (host) => readMnistFiles((name) => host.readFile({ uri: `${mnist}/${name}` })),
  });
}
