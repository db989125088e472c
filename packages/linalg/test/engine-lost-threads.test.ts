import { describe, expect, test } from '@jest/globals';

import { ThreadLostError } from '../src/errors.js';
import { KERNEL } from '../src/kernels/job-layout.js';
import { backendOn, bytesMatrix, hashOperations } from './kernel-problem.js';
import { type Behaviour, TestPlatform, threadless } from './test-platform.js';

const { csr } = bytesMatrix(6000, 200);

const WAYS: [string, Behaviour[]][] = [
  ['one of three dies in a block', ['honest', 'dies in a block', 'honest']],
  ['one of three dies before its block is counted', ['dies before counting', 'honest', 'honest']],
  ['one of three dies before it takes a block', ['honest', 'honest', 'dies at once']],
  ['two of three die', ['dies in a block', 'dies before counting', 'honest']],
  ['the only thread dies in a block', ['dies in a block']],
  ['the only thread dies before its block is counted', ['dies before counting']],
  ['all three die', ['dies in a block', 'dies before counting', 'dies at once']],
];

describe('a job ends with the right bits when', () => {
  const expected = hashOperations(backendOn(threadless).backend, csr, 'single');

  test.each(WAYS)('%s', async (_, behaviours) => {
    const threads = behaviours.length;
    const platform = new TestPlatform(threads);
    platform.behaviours = behaviours;
    const { backend, engine } = backendOn(platform);
    expect(await hashOperations(backend, csr, 'single')).toEqual(await expected);
    // The jobs after the first had new threads in the place of the dead.
    const mortals = behaviours.filter((behaviour) => behaviour !== 'honest').length;
    expect(platform.started).toBe(threads + mortals);
    expect(engine.threadsAlive).toBe(threads);
    const memory = backend.bytesUsed;
    expect(await hashOperations(backend, csr, 'single')).toEqual(await expected);
    expect(backend.bytesUsed).toBe(memory);
    await backend.close();
  });

  test('threads are ended from outside at any time', async () => {
    const platform = new TestPlatform(2);
    const { backend } = backendOn(platform);
    for (let round = 0; round < 12; round++) {
      const running = hashOperations(backend, csr, 'single');
      for (let turn = 0; turn < 5 * round; turn++) await new Promise((resolve) => setImmediate(resolve));
      await platform.stopAll();
      expect(await running).toEqual(await expected);
    }
    expect(platform.started).toBeGreaterThan(2);
    await backend.close();
  });
});

test('threads that end between jobs are missed by none', async () => {
  const platform = new TestPlatform(2);
  const { backend, engine } = backendOn(platform);
  const first = await hashOperations(backend, csr, 'single');
  await platform.stopAll();
  expect(engine.threadsAlive).toBe(0);
  expect(await hashOperations(backend, csr, 'single')).toEqual(first);
  await backend.close();
});

test('no thread takes part when the first cannot be started again', async () => {
  const platform = new TestPlatform(2);
  const { backend } = backendOn(platform);
  const first = await hashOperations(backend, csr, 'single');
  await platform.threads[0].stop();
  platform.startThread = (program, data) => threadless.startThread(program, data);
  expect(await hashOperations(backend.withThreads(1), csr, 'single')).toEqual(first);
  expect(await hashOperations(backend.withThreads(2), csr, 'single')).toEqual(first);
  await backend.close();
});

test('a block that writes over its input is not done again: a typed error, and the next job runs', async () => {
  const platform = new TestPlatform(1);
  platform.behaviours = ['dies in a block'];
  const { backend, engine } = backendOn(platform);
  const matrix = engine.memory.allocate(4);
  const scales = engine.memory.copyIn(Float32Array.of(1));
  const failed = engine.memory.copyIn(Int32Array.of(-1));
  const factor = {
    kernel: KERNEL.factor,
    blocks: 1,
    integers: [engine.memory.copyIn(Uint32Array.of(matrix)), 4, scales, 1, 0, 1, failed],
    doubles: [4, 1],
    work: 1e9,
    inPlace: true,
  };
  const run = engine.run(factor);
  await expect(run).rejects.toThrow(ThreadLostError);
  await expect(run).rejects.toThrow('a worker thread was lost');
  await engine.run(factor);
  expect(engine.memory.f32(matrix, 1)[0]).toBe(0.5);
  expect(engine.memory.i32(failed, 1)[0]).toBe(-1);
  await backend.close();
});
