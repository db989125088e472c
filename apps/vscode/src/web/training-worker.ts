import { serveTraining } from '../worker/serve-training.js';
import { workerPort } from './worker-port.js';

serveTraining(workerPort(self));
