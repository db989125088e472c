import { MessageChannel } from 'node:worker_threads';

import { threadPort } from '../../src/node/thread-port.js';
import { readMnistFiles } from '../../src/node/mnist-files.js';
import { Channel, type Remote } from '../../src/protocol/channel.js';
import { hostContract, trainingContract } from '../../src/protocol/training.js';
import { serveTraining } from '../../src/worker/serve-training.js';
import { hostFiles } from './host-files.js';

/** A worker that is served in this very thread, with the files of this machine. */
export interface Served {
  readonly worker: Remote<typeof trainingContract>;
  /** How often each file was read, by its name. */
  readonly reads: Map<string, number>;
  /** What the worker warned of, after the data set's name. */
  readonly told: string[];
  end(): void;
}

/** Serves the training contract and connects to it. */
export function serve(mnist: readonly string[] = []): Served {
  const { port1, port2 } = new MessageChannel();
  serveTraining(threadPort(port1), { mnistFiles: () => readMnistFiles(mnist) });
  const reads = new Map<string, number>();
  const told: string[] = [];
  const channel = new Channel({
    port: threadPort(port2),
    calls: trainingContract,
    serves: hostContract,
    handlers: hostFiles(reads, told),
  });
  return {
    worker: channel.remote,
    reads,
    told,
    end() {
      channel.close();
      port1.close();
    },
  };
}
