import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';

import type { DesignMatrix } from '../src/index.js';
import { MemoryLimitError } from '../src/errors.js';
import { KernelMemory } from '../src/kernels/kernel-memory.js';
import { loadKernels } from '../src/kernels/kernels-module.js';
import { backendOn, bytesMatrix, hashOperations } from './kernel-problem.js';
import { TestPlatform, threadless } from './test-platform.js';

describe('memory', () => {
  test('does not grow over 1,000 fits of a few operations each', async () => {
    const { backend } = backendOn(threadless);
    const { csr } = bytesMatrix(60, 30);
    const fit = async (): Promise<Record<string, string>> => {
      const design = { ...csr };
      const hashes = await hashOperations(backend, design, 'double');
      backend.rows.release(design);
      return hashes;
    };
    const expected = await fit();
    const { bytesUsed, bytesReserved } = backend;
    for (let i = 0; i < 1000; i++) await fit();
    expect(await fit()).toEqual(expected);
    expect(backend.bytesUsed).toBe(bytesUsed);
    expect(backend.bytesReserved).toBe(bytesReserved);
  });

  test('of large fits on threads is used again', async () => {
    const { backend } = backendOn(new TestPlatform(2));
    const { dense, csr } = bytesMatrix(6000, 200);
    const fit = async (form: DesignMatrix): Promise<void> => {
      const design = { ...form };
      await hashOperations(backend, design, 'double');
      backend.rows.release(design);
    };
    await fit(dense);
    await fit(csr);
    const { bytesUsed, bytesReserved } = backend;
    for (let i = 0; i < 10; i++) await fit(i % 2 === 0 ? csr : dense);
    expect(backend.bytesUsed).toBe(bytesUsed);
    expect(backend.bytesReserved).toBe(bytesReserved);
    await backend.close();
  });

  test('of an operation is given back when it ends, and only the matrix stays', async () => {
    const { backend } = backendOn(threadless);
    const { dense } = bytesMatrix(100, 64);
    await hashOperations(backend, bytesMatrix(60, 30).csr, 'double');
    const before = backend.bytesUsed;
    for (let i = 0; i < 3; i++) {
      await hashOperations(backend, dense, 'double');
      // The last matrix and this one.
      expect(backend.bytesUsed - before).toBe(6400);
    }
    backend.rows.release(dense);
    backend.rows.release(dense);
    expect(backend.bytesUsed).toBe(before);
    backend.rows.release(bytesMatrix(3, 3).csr);
    expect(backend.bytesUsed).toBe(before);
  });

  test('of a matrix that is released while a job reads it waits for the job', async () => {
    const platform = new TestPlatform(2);
    const { backend } = backendOn(platform);
    const { csr } = bytesMatrix(6000, 200);
    const expected = await hashOperations(backend, csr, 'double');
    const before = backend.bytesUsed;
    const out = new Float64Array(60_000);
    platform.close(true);
    const parameters = new Float64Array(2010).fill(1);
    const running = backend.rows.scores({ design: csr, parameters, classes: 10, constant: 1 }, out);
    const during = backend.bytesUsed;
    backend.rows.release(csr);
    expect(backend.bytesUsed).toBe(during);
    platform.close(false);
    await running;
    expect(backend.bytesUsed).toBeLessThan(before);
    expect(await hashOperations(backend, csr, 'double')).toEqual(expected);
    expect(backend.bytesUsed).toBe(before);
    await backend.close();
  });

  test('of an unreferenced matrix is freed', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const { backend } = backendOn(threadless);
    const { dense } = bytesMatrix(100, 64);
    const use = async (): Promise<void> => {
      for (let i = 0; i < 5; i++) await hashOperations(backend, { ...dense }, 'double');
    };
    await use();
    const before = backend.bytesUsed;
    for (let turn = 0; turn < 100 && backend.bytesUsed > before - 6400; turn++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(backend.bytesUsed).toBeLessThanOrEqual(before - 6400);
  });
});

describe('too much memory', () => {
  test('is refused with numbers, and nothing is lost', async () => {
    const { backend, engine } = backendOn(threadless);
    const { csr } = bytesMatrix(60, 30);
    const expected = await hashOperations(backend, csr, 'double');
    const { bytesUsed } = backend;
    expect(() => engine.memory.allocate(5 * 2 ** 30)).toThrow(MemoryLimitError);
    expect(() => engine.memory.allocate(5 * 2 ** 30)).toThrow('5120 MB more do not fit');
    expect(backend.bytesUsed).toBe(bytesUsed);
    expect(await hashOperations(backend, csr, 'double')).toEqual(expected);
  });

  test('of an operation rejects it, and nothing is lost', async () => {
    const { backend } = backendOn(threadless);
    const { dense } = bytesMatrix(100_000, 1);
    const classes = 6000;
    const task = { design: dense, parameters: new Float64Array(classes), classes, constant: 0 };
    const small = { ...task, parameters: Float64Array.of(2), classes: 1 };
    const out = new Float64Array(100_000);
    await backend.rows.scores(small, out);
    const expected = out.slice();
    const { bytesUsed } = backend;
    // Scores of 100,000 rows and 6,000 classes take 4.8 GB.
    await expect(backend.rows.scores(task, new Float64Array(0))).rejects.toThrow(MemoryLimitError);
    expect(backend.bytesUsed).toBe(bytesUsed);
    await backend.rows.scores(small, out.fill(NaN));
    expect(out).toEqual(expected);
  });

  test('for the last of a matrix’s arrays gives the others back', () => {
    const { memory } = loadKernels();
    const tight = new KernelMemory(memory, memory.buffer.byteLength);
    const fits = new Uint8Array(1000);
    const large = new Uint8Array(0);
    Object.defineProperty(large, 'byteLength', { value: 5 * 2 ** 30 });
    expect(() => tight.copyAllIn(fits, fits, large)).toThrow(MemoryLimitError);
    expect(tight.bytesUsed).toBe(0);
  });
});
