import { afterAll, describe, expect, test } from '@jest/globals';

import type { DesignMatrix, Precision } from '../src/index.js';
import { backendOn, bytesMatrix, hashOperations, inDoubles } from './kernel-problem.js';
import { TestPlatform, threadless } from './test-platform.js';

const { dense, csr } = bytesMatrix(6000, 200);

const FORMS: [string, DesignMatrix][] = [
  ['dense bytes', dense],
  ['dense doubles', inDoubles(dense)],
  ['CSR of bytes', csr],
  ['CSR of doubles, wide indices', inDoubles(csr)],
];

const PRECISIONS: Precision[] = ['single', 'double'];

describe('the same bits for any number of threads', () => {
  const platform = new TestPlatform();
  const { backend, engine } = backendOn(platform);
  const serial = backendOn(threadless).backend;
  afterAll(() => backend.close());

  for (const [name, design] of FORMS) {
    for (const precision of PRECISIONS) {
      test(`${name}, ${precision}`, async () => {
        const expected = await hashOperations(serial, design, precision);
        expect(new Set(Object.values(expected)).size).toBe(7);
        for (const threads of [1, 2, 3, 5, 16]) {
          const before = platform.blocks;
          expect(await hashOperations(backend.withThreads(threads), design, precision)).toEqual(expected);
          // Every operation was cut and given to threads.
          expect(platform.blocks).toBeGreaterThan(before + 5);
          expect(engine.threadsAlive).toBeGreaterThanOrEqual(threads);
        }
        backend.rows.release(design);
        serial.rows.release(design);
      });
    }
  }

  test('threads are started once, and no more than wanted', () => {
    expect(platform.started).toBe(16);
    expect(engine.threadsAlive).toBe(16);
  });
});

test('one processor takes one thread, and a single one can be asked for', async () => {
  const platform = new TestPlatform(1);
  const { backend } = backendOn(platform);
  const expected = await hashOperations(backendOn(threadless).backend, csr, 'double');
  expect(await hashOperations(backend, csr, 'double')).toEqual(expected);
  expect(platform.started).toBe(1);
  await backend.close();
});

test('small jobs start no thread', async () => {
  const platform = new TestPlatform();
  const { backend } = backendOn(platform);
  await hashOperations(backend, bytesMatrix(50, 20).csr, 'double');
  expect(platform.started).toBe(0);
});

test('without threads, the event loop gets its turns', async () => {
  const { backend } = backendOn(threadless);
  let turns = 0;
  let running = true;
  const count = (): void => {
    turns++;
    if (running) setImmediate(count);
  };
  setImmediate(count);
  await hashOperations(backend, csr, 'double');
  running = false;
  // Some 20 million multiply-adds, and a turn after two million each.
  expect(turns).toBeGreaterThan(5);
});
