import type { MnistFileBytes } from '@tenfold/datasets';

/** What differs between a thread of the desktop and a worker of a browser. */
export interface WorkerPlatform {
  /** Reads MNIST's four files, from the extension's folder or from wherever the user keeps them. */
  mnistFiles(): Promise<MnistFileBytes>;
}
