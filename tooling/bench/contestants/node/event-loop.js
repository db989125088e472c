import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LogisticRegression } from '@tenfold/linear-model';

import { mnist } from './mnist.js';

/** How long the event loop waits for its turn during a fit on MNIST. */
export async function prepare({ mnistFolder, rows }) {
  const { images, labels } = await mnist(mnistFolder, rows);
  return {
    run: async () => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await new LogisticRegression().fit(images, labels);
      delay.disable();
      return delay;
    },
    after: (delay) => ({ p99: delay.percentile(99) / 1e9, longest: delay.max / 1e9, ticks: delay.count }),
  };
}
