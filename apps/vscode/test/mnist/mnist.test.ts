import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { startThread, type WorkerThread } from '../worker/thread.js';

const mnist = { kind: 'mnist', order: 'original' } as const;
const logistic = (params = {}) => ({ name: 'logistic-regression', params });
const split = { testSize: 10_000, randomState: 0 };

let thread: WorkerThread;
beforeAll(() => {
  thread = startThread();
});
afterAll(() => thread.kill());

test('MNIST is trained from a cold start while this thread’s event loop stays free', async () => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const { result } = await thread.worker.train({
    dataset: mnist,
    split,
    estimator: logistic({ maxIter: 40 }),
  });
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  const p99 = delay.percentile(99) / 1e6;
  process.stdout.write(
    `MNIST: ${seconds.toFixed(2)} s from a cold start, accuracy ${result.accuracy}, event loop p99 ${p99.toFixed(1)} ms\n`,
  );
  expect(result.split).toMatchObject({ nTrain: 60_000, nTest: 10_000 });
  expect(result.accuracy).toBeGreaterThan(0.9);
  expect(p99).toBeLessThan(20);
});

test('a fit is cancelled in the middle, and the worker answers soon after', async () => {
  const stop = new AbortController();
  let stopped = 0;
  const job = thread.worker.train(
    { dataset: mnist, split, estimator: logistic({ tol: 0, maxIter: 10_000 }) },
    {
      signal: stop.signal,
      onNotice(notice) {
        if (notice.phase !== 'fitting' || notice.points.length === 0 || stop.signal.aborted) return;
        stopped = performance.now();
        stop.abort();
      },
    },
  );
  await expect(job).rejects.toMatchObject({ name: 'AbortError' });
  expect(performance.now() - stopped).toBeLessThan(100);
  await thread.worker.describe({ dataset: mnist });
  expect(performance.now() - stopped).toBeLessThan(1000);
});
