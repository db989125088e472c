import { describe, expect, test } from '@jest/globals';
import { kernelBackend, referenceBackend } from '@tenfold/linalg';
import fc from 'fast-check';

import {
  type Computation,
  computeOptions,
  type ComputeOptions,
  done,
  plainStep,
  runLater,
  runNow,
  type Step,
} from '../src/index.js';

const how: ComputeOptions = { backend: referenceBackend, threads: undefined, signal: undefined };

/** Sums of the first numbers, step by step; a step for each. */
function* sums(values: readonly number[], step: (x: number) => Step<number>): Computation<number[]> {
  const out: number[] = [];
  let sum = 0;
  for (const x of values) {
    sum += yield* done(step(x));
    out.push(sum);
  }
  return out;
}

describe('a computation', () => {
  test('gives the same now and later', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double(), { maxLength: 5 }), async (values) => {
        const step = (x: number): Step<number> => plainStep(() => x / 3);
        const now = runNow(sums(values, step));
        expect(await runLater(sums(values, step), how)).toEqual(now);
        expect(now).toHaveLength(values.length);
      }),
      { numRuns: 30 },
    );
  });

  test('runs each step once, in order, with the options of computing', async () => {
    const calls: unknown[] = [];
    const step = (x: number): Step<number> => ({
      now: () => (calls.push(['now', x]), x),
      later: (options) => (calls.push([options, x]), Promise.resolve(x)),
    });
    expect(runNow(sums([1, 2], step))).toEqual([1, 3]);
    expect(calls.splice(0)).toEqual([
      ['now', 1],
      ['now', 2],
    ]);
    expect(await runLater(sums([1, 2], step), how)).toEqual([1, 3]);
    expect(calls).toEqual([
      [how, 1],
      [how, 2],
    ]);
  });

  test('of no steps is its result', async () => {
    expect(runNow(sums([], () => plainStep(() => 1)))).toEqual([]);
    expect(
      await runLater(
        sums([], () => plainStep(() => 1)),
        how,
      ),
    ).toEqual([]);
  });

  test('fails as its step does', async () => {
    const reason = new Error('no');
    const step = (): Step<number> =>
      plainStep(() => {
        throw reason;
      });
    expect(() => runNow(sums([1], step))).toThrow(reason);
    await expect(runLater(sums([1], step), how)).rejects.toBe(reason);
  });

  test('waits for a turn of the event loop before each plain step', async () => {
    let steps = 0;
    const run = runLater(
      sums([1, 2], (x) => plainStep(() => (steps++, x))),
      how,
    );
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    expect(steps).toBe(0);
    await run;
    expect(steps).toBe(2);
  });

  test('ends with the reason of its signal, between two steps', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    let steps = 0;
    const step = (x: number): Step<number> =>
      plainStep(() => {
        steps++;
        if (x === 2) abort.abort(reason);
        return x;
      });
    const run = runLater(sums([1, 2, 3, 4], step), { ...how, signal: abort.signal });
    await expect(run).rejects.toBe(reason);
    expect(steps).toBe(2);
  });
});

test('what computes is the given backend, or the kernels on the given threads', () => {
  const { signal } = new AbortController();
  const given = { backend: referenceBackend, threads: 3, signal };
  expect(computeOptions(given)).toEqual(given);
  const { backend, ...rest } = computeOptions({ threads: 2, featureNames: ['x'] });
  expect(rest).toEqual({ threads: 2, signal: undefined });
  expect(backend.constructor).toBe(kernelBackend().constructor);
  expect(computeOptions({})).toMatchObject({ threads: undefined, signal: undefined });
});
