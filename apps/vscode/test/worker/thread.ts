import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { threadPort } from '../../src/node/thread-port.js';
import { Channel, type Remote } from '../../src/protocol/channel.js';
import { hostContract, trainingContract } from '../../src/protocol/training.js';
import { hostFiles } from './host-files.js';

/** The training worker as the extension ships it, in a thread of its own. */
export interface WorkerThread {
  readonly worker: Remote<typeof trainingContract>;
  /** Ends it at once, as closing a window does. */
  kill(): Promise<number>;
}

const built = (name: string): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** Starts the built worker. */
export function startThread(): WorkerThread {
  const file = built('training-worker.cjs');
  if (!existsSync(file)) throw new Error(`${file} is not there: build the extension first.`);
  const thread = new Worker(file, { workerData: { mnist: [built('mnist')] } });
  const channel = new Channel({
    port: threadPort(thread),
    calls: trainingContract,
    serves: hostContract,
    handlers: hostFiles(),
  });
  return {
    worker: channel.remote,
    kill() {
      channel.close();
      return thread.terminate();
    },
  };
}
