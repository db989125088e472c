import { expect, test } from '@jest/globals';

import { SharedLoad } from '../../src/worker/datasets/shared-load.js';

/** A load that goes on until it is told to end, and what became of it. */
function makeLoad() {
  let finish: (value: string) => void = () => undefined;
  const seen = { forgotten: 0, signal: undefined as AbortSignal | undefined };
  const load = new SharedLoad(
    (signal) => {
      seen.signal = signal;
      return new Promise<string>((resolve, reject) => {
        finish = resolve;
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    },
    () => seen.forgotten++,
  );
  return { load, seen, end: () => finish('done') };
}

test('a load goes on while anybody waits', async () => {
  const { load, seen, end } = makeLoad();
  const stop = new AbortController();
  const first = load.wait(stop.signal);
  const second = load.wait();
  stop.abort(new Error('enough'));
  await expect(first).rejects.toThrow('enough');
  expect(seen.signal?.aborted).toBe(false);
  end();
  expect(await second).toBe('done');
  expect(seen.forgotten).toBe(0);
});

test('a load stops when nobody waits, and is forgotten', async () => {
  const { load, seen } = makeLoad();
  const stops = [new AbortController(), new AbortController()];
  const waits = stops.map(({ signal }) => load.wait(signal));
  for (const stop of stops) stop.abort(new Error('enough'));
  for (const wait of waits) await expect(wait).rejects.toThrow('enough');
  expect(seen.signal?.aborted).toBe(true);
  expect(seen.forgotten).toBeGreaterThan(0);
});

test('what is loaded stays, whoever gives up then', async () => {
  const { load, seen, end } = makeLoad();
  end();
  await load.wait();
  await expect(load.wait(AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  expect(seen.forgotten).toBe(0);
  expect(await load.wait()).toBe('done');
});
