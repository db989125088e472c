import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { backendOn, bytesMatrix, parametersOf } from './kernel-problem.js';
import { TestPlatform } from './test-platform.js';

const ROWS = 6000;
const COLUMNS = 200;
const CLASSES = 10;
const PARAMETERS = (COLUMNS + 1) * CLASSES;

const { csr } = bytesMatrix(ROWS, COLUMNS);
const platform = new TestPlatform(2);
const { backend, engine } = backendOn(platform);
afterAll(() => backend.close());

/** What an operation does, in numbers that depend on nothing but the operation. */
async function cost(
  operation: () => Promise<unknown>,
): Promise<{ jobs: number; blocks: number; bytes: number; left: number }> {
  const { memory } = engine;
  const used = memory.bytesUsed;
  let [jobs, blocks, bytes] = [0, 0, 0];
  const [allocate, run] = [memory.allocate.bind(memory), engine.run.bind(engine)];
  memory.allocate = (size) => {
    bytes += size;
    return allocate(size);
  };
  engine.run = (job) => {
    jobs++;
    blocks += job.blocks;
    return run(job);
  };
  await operation();
  memory.allocate = allocate;
  engine.run = run;
  return { jobs, blocks, bytes, left: memory.bytesUsed - used };
}

describe('what an operation costs', () => {
  const targets = Int32Array.from({ length: ROWS }, (_, i) => i % CLASSES);
  const problems = Array.from({ length: CLASSES }, (_, positive) => ({
    positive,
    positiveWeight: 1,
    negativeWeight: 1,
  }));
  const task = { design: csr, parameters: parametersOf(PARAMETERS), targets, constant: 1 };
  const multinomial = (): Promise<number> =>
    backend.logistic.multinomial({ ...task, classes: CLASSES }, new Float64Array(PARAMETERS));
  const oneVsRest = (): Promise<void> =>
    backend.logistic.oneVsRest(
      { ...task, problems },
      { losses: new Float64Array(CLASSES), gradient: new Float64Array(PARAMETERS) },
    );
  // The first operation stores the matrix.
  beforeAll(multinomial);

  /** Every block's sums, and at most 100 kB of parameters, targets, losses and totals. */
  const LIMIT = 32 * 8 * PARAMETERS + 100_000;

  test.each([
    ['a multinomial evaluation', multinomial, LIMIT],
    ['a one-vs-rest evaluation of all classes', oneVsRest, LIMIT],
    [
      'all scores',
      (): Promise<void> =>
        backend.rows.scores({ ...task, classes: CLASSES }, new Float64Array(ROWS * CLASSES)),
      8 * ROWS * CLASSES + 20_000,
    ],
  ])('%s: one job of at most 32 blocks, and memory that is given back', async (_, operation, limit) => {
    const { jobs, blocks, bytes, left } = await cost(operation);
    expect({ jobs, left }).toEqual({ jobs: 1, left: 0 });
    expect(blocks).toBeGreaterThan(1);
    expect(blocks).toBeLessThanOrEqual(32);
    expect(bytes).toBeLessThanOrEqual(limit);
  });

  test('the cost does not depend on the threads, which are started once', async () => {
    const first = await cost(multinomial);
    for (const threads of [1, 2]) {
      const limited = backend.withThreads(threads);
      const evaluate = (): Promise<number> =>
        limited.logistic.multinomial({ ...task, classes: CLASSES }, new Float64Array(PARAMETERS));
      expect(await cost(evaluate)).toEqual(first);
    }
    expect(platform.started).toBe(2);
  });

  test('a matrix is stored once, in as many bytes as it has', async () => {
    const design = { ...csr };
    const { left } = await cost(() =>
      backend.rows.scores({ ...task, design, classes: CLASSES }, new Float64Array(ROWS * CLASSES)),
    );
    const cells = csr.kind === 'csr' ? csr.values.length : 0;
    const stored = 3 * cells + 4 * (ROWS + 1);
    expect(left).toBeGreaterThanOrEqual(stored);
    expect(left).toBeLessThan(stored + 3 * 64);
    backend.rows.release(design);
  });
});
