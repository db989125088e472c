import { parentPort } from 'node:worker_threads';

import { serveTraining } from '../worker/serve-training.js';
import { threadPort } from './thread-port.js';

if (parentPort === null) throw new Error('This program is the training worker; it runs as a thread.');
serveTraining(threadPort(parentPort));
