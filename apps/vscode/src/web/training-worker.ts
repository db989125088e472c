import { serveTraining } from '../worker/serve-training.js';
import { fetchMnistFiles } from './mnist-files.js';
import { workerPort } from './worker-port.js';

serveTraining(workerPort(self), {
  mnistFiles: () => fetchMnistFiles(new URL(self.name)),
});
