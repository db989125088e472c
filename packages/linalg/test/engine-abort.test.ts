import { describe, expect, test } from '@jest/globals';

import type { KernelEngine } from '../src/kernels/engine.js';
import type { Job } from '../src/kernels/job.js';
import { KERNEL, rowIntegers } from '../src/kernels/job-layout.js';
import type { KernelBackend } from '../src/kernels/kernel-backend.js';
import { lanesFor, packParameters } from '../src/kernels/lanes.js';
import { rowsOf } from '../src/kernels/row-sums.js';
import { copyDesign } from '../src/kernels/stored-designs.js';
import { backendOn, bytesMatrix, hashOperations, parametersOf } from './kernel-problem.js';
import { TestPlatform, threadless } from './test-platform.js';

const { csr } = bytesMatrix(6000, 200);
const REASON = new Error('enough');
const ROWS_PER_BLOCK = 10;

function evaluate(backend: KernelBackend, signal: AbortSignal): Promise<number> {
  const targets = Int32Array.from({ length: csr.rows }, (_, i) => i % 10);
  const parameters = parametersOf(2010);
  const task = { design: csr, parameters, targets, classes: 10, constant: 1, signal };
  return backend.logistic.multinomial(task, new Float64Array(2010));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** A job of 600 blocks that writes the scores of every row. */
function scoresJob(engine: KernelEngine, signal: AbortSignal): { job: Job; written: () => number } {
  const { memory } = engine;
  const lanes = lanesFor(10, 'double');
  const stored = copyDesign(memory, csr);
  const weights = packParameters(memory, lanes, csr.columns, parametersOf(2010), 1);
  const output = memory.allocate(csr.rows * lanes.stride);
  memory.f64(output, csr.rows * lanes.width).fill(NaN);
  const integers = rowIntegers({ ...rowsOf(stored, lanes), rowsPerBlock: ROWS_PER_BLOCK, weights, output });
  const job = { kernel: KERNEL.scores, blocks: csr.rows / ROWS_PER_BLOCK, integers, work: 1e9, signal };
  const written = (): number =>
    memory.f64(output, csr.rows * lanes.width).filter((value) => !Number.isNaN(value)).length /
    (lanes.width * ROWS_PER_BLOCK);
  return { job, written };
}

describe('an abort', () => {
  test('stops threads: each ends the block that it is in, and takes no other', async () => {
    const threads = 3;
    const platform = new TestPlatform(threads);
    const { engine } = backendOn(platform);
    const abort = new AbortController();
    const { job, written } = scoresJob(engine, abort.signal);
    platform.close(true);
    const running = engine.run(job);
    await until(() => platform.blocks === threads);
    abort.abort(REASON);
    platform.close(false);
    await expect(running).rejects.toBe(REASON);
    expect(platform.blocks).toBe(threads);
    expect(written()).toBe(threads);
    // The next job does everything, and no thread was lost.
    await engine.run({ ...job, signal: undefined });
    expect(written()).toBe(job.blocks);
    expect(platform.started).toBe(threads);
    await engine.close();
  });

  test('stops the serial path within a turn', async () => {
    const { engine } = backendOn(threadless);
    const abort = new AbortController();
    const { job, written } = scoresJob(engine, abort.signal);
    const running = engine.run(job);
    await until(() => written() > 0);
    const done = written();
    abort.abort(REASON);
    await expect(running).rejects.toBe(REASON);
    // A block counts as 1e9 / 600 steps, of which two million are done in a turn.
    expect(written()).toBeLessThanOrEqual(done + 2);
    await engine.run({ ...job, signal: undefined });
    expect(written()).toBe(job.blocks);
  });

  test('before the start runs nothing', async () => {
    const platform = new TestPlatform(2);
    const { engine, backend } = backendOn(platform);
    const { job, written } = scoresJob(engine, AbortSignal.abort(REASON));
    await expect(engine.run(job)).rejects.toBe(REASON);
    await expect(evaluate(backend, AbortSignal.abort(REASON))).rejects.toBe(REASON);
    expect([written(), platform.started]).toEqual([0, 0]);
  });

  test('of a queued job does not stop the one before', async () => {
    const platform = new TestPlatform(2);
    const { engine, backend } = backendOn(platform);
    const abort = new AbortController();
    const { job, written } = scoresJob(engine, new AbortController().signal);
    platform.close(true);
    const first = engine.run(job);
    const second = evaluate(backend, abort.signal);
    abort.abort(REASON);
    platform.close(false);
    await expect(second).rejects.toBe(REASON);
    await first;
    expect(written()).toBe(job.blocks);
    await until(() => platform.blocks >= job.blocks);
    expect(platform.blocks).toBe(job.blocks);
    await backend.close();
  });

  test('while threads are being lost ends the job too', async () => {
    const platform = new TestPlatform(3);
    platform.behaviours = ['dies before counting', 'dies in a block', 'honest'];
    const { engine } = backendOn(platform);
    const abort = new AbortController();
    const { job, written } = scoresJob(engine, abort.signal);
    platform.close(true);
    const running = engine.run(job);
    await until(() => platform.blocks === 1);
    abort.abort(REASON);
    platform.close(false);
    await expect(running).rejects.toBe(REASON);
    // One block of the live thread, one that was not counted, and one that was done again.
    expect(written()).toBe(3);
    await engine.run({ ...job, signal: undefined });
    expect(written()).toBe(job.blocks);
    await engine.close();
  });

  test('at any time gives back all memory', async () => {
    const { backend } = backendOn(new TestPlatform(2));
    const expected = await hashOperations(backend, csr, 'double');
    const before = backend.bytesUsed;
    for (let i = 0; i < 20; i++) {
      const abort = new AbortController();
      const running = evaluate(backend, abort.signal);
      for (let turn = 0; turn < i % 4; turn++) await new Promise((resolve) => setImmediate(resolve));
      abort.abort(REASON);
      // It may have come to its end before.
      const end: unknown = await running.catch((error: unknown) => error);
      expect(typeof end === 'number' || end === REASON).toBe(true);
    }
    expect(backend.bytesUsed).toBe(before);
    expect(await hashOperations(backend, csr, 'double')).toEqual(expected);
    await backend.close();
  });
});
