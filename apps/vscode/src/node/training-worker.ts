import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';

import { serveTraining } from '../worker/serve-training.js';
import { readMnistFiles } from './mnist-files.js';
import { threadPort } from './thread-port.js';

/** Folders to look for MNIST's files in, the best first. */
const { mnist } = v.parse(v.object({ mnist: v.array(v.string()) }), workerData);

if (parentPort === null) throw new Error('This program is the training worker; it runs as a thread.');
serveTraining(threadPort(parentPort), { mnistFiles: () => readMnistFiles(mnist) });
