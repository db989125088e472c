import { expect, test } from '@jest/globals';

import { ChannelClosedError } from '../../src/protocol/channel.js';
import { startThread } from './thread.js';

const digits = { kind: 'digits' } as const;
const split = { testSize: 0.25, randomState: 0 };

test('the built worker trains the digits to the tutorial’s accuracy, on several threads of its own', async () => {
  const thread = startThread();
  const { worker } = thread;
  for (const threads of [1, 2]) {
    const estimator = { name: 'logistic-regression', params: { solver: 'liblinear' } };
    const { result } = await worker.train({ dataset: digits, split, estimator, threads });
    expect(result.accuracy).toBe(0.9533333333333334);
  }
  await thread.kill();
});

test('a worker that is killed in the middle of a fit fails the call and ends', async () => {
  const thread = startThread();
  const { worker } = thread;
  const begun = new Promise<void>((resolve) => {
    const params = { maxIter: 1_000_000, tol: 0, C: 1e6, preconditioner: 'none' };
    const job = worker.train(
      { dataset: digits, split, estimator: { name: 'logistic-regression', params }, threads: 2 },
      { onNotice: ({ phase }) => phase === 'fitting' && resolve() },
    );
    expect(job)
      .rejects.toBeInstanceOf(ChannelClosedError)
      .catch(() => undefined);
  });
  await begun;
  expect(await thread.kill()).toBe(1);
});
