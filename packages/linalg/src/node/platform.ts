import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { Platform, PlatformThread } from '../kernels/platform.js';

/** Gives the program its data where it looks for it, and takes from it what it does not use. */
const PRELUDE = `globalThis.tenfold = require('node:worker_threads').workerData;\n`;

/** Threads of Node. */
export const platform: Platform = {
  availableThreads: () => availableParallelism(),

  startThread(program, data): PlatformThread {
    // Loaders and inspectors of the main thread are no business of a loop over numbers.
    const worker = new Worker(PRELUDE + program, { eval: true, execArgv: [], workerData: data });
    worker.unref();
    return {
      onExit: (listener) => {
        let ended = false;
        const end = (): void => {
          if (!ended) listener();
          ended = true;
        };
        worker.on('error', end);
        worker.on('exit', end);
      },
      hold: (alive) => {
        if (alive) worker.ref();
        else worker.unref();
      },
      stop: async () => {
        await worker.terminate();
      },
    };
  },
};
