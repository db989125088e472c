import type { MnistFileBytes } from '@tenfold/datasets';

import type { Remote } from '../protocol/channel.js';
import type { hostContract } from '../protocol/training.js';

/** The host's methods. */
export type Host = Remote<typeof hostContract>;

/** What differs between a thread of the desktop and a worker of a browser. */
export interface WorkerPlatform {
  /** Reads MNIST's four files, from the extension's folder or from wherever the user keeps them. */
  mnistFiles(host: Host): Promise<MnistFileBytes>;
}
