import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  type AverageGradientTask,
  type AverageGradientWalk,
  createKernelBackend,
  type DesignMatrix,
  referenceBackend,
} from '../src/index.js';
import { storageForms } from './dense-reference.js';
import { backendOn, bytesMatrix, inDoubles } from './kernel-problem.js';
import { TestPlatform } from './test-platform.js';

const kernels = createKernelBackend({ threads: 2 });
afterAll(() => kernels.close());

/** What lagged steps, summed otherwise than one by one, may differ by. */
const ROUNDING = 1e-9;

const runs = fc
  .record({
    rows: fc.integer({ min: 1, max: 8 }),
    columns: fc.integer({ min: 1, max: 7 }),
    classes: fc.integer({ min: 1, max: 13 }),
  })
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      table: fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 9 })), {
          minLength: shape.columns,
          maxLength: shape.columns,
        }),
        { minLength: shape.rows, maxLength: shape.rows },
      ),
      draws: fc.array(fc.nat(shape.rows - 1), { minLength: 1, maxLength: 60 }),
      softmax: fc.boolean(),
      weighted: fc.boolean(),
      corrected: fc.boolean(),
      l1: fc.constantFrom(0, 0.01, 0.3, 2),
      l2: fc.constantFrom(0, 0.01, 3),
      step: fc.constantFrom(0.003, 0.02, 0.1),
      constant: fc.constantFrom(0, 1, 2.5),
      start: fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), {
        minLength: 8 * 13,
        maxLength: 8 * 13,
      }),
    }),
  );

type Run = typeof runs extends fc.Arbitrary<infer T> ? T : never;

function taskOf(run: Run, design: DesignMatrix): AverageGradientTask {
  const { rows } = run.shape;
  const classes = run.softmax ? Math.max(2, run.shape.classes) : run.shape.classes;
  const parameters = Float64Array.from(run.start.slice(0, (run.shape.columns + 1) * classes));
  if (run.constant === 0) parameters.fill(0, run.shape.columns * classes);
  return {
    design,
    targets: Int32Array.from({ length: rows }, (_, i) => i % classes),
    weights: run.weighted ? Float64Array.from({ length: rows }, (_, i) => (i % 3) / 2) : undefined,
    classes,
    problems: run.softmax
      ? undefined
      : Array.from({ length: classes }, (_, positive) => ({
          positive,
          positiveWeight: 1 + positive / 8,
          negativeWeight: 0.75,
        })),
    constant: run.constant,
    l1: run.l1,
    l2: run.l2,
    rows,
    parameters,
  };
}

function walkOf({ draws, step, corrected, l1, shape }: Run): AverageGradientWalk {
  const corrections = Float64Array.from({ length: shape.rows }, (_, i) => 0.5 + i / 8);
  const divisors = Float64Array.from(draws, (_, t) => Math.min(t + 1, shape.rows));
  return {
    draws: Uint32Array.from(draws),
    step,
    corrections: corrected ? corrections : undefined,
    divisors: corrected || l1 > 0 ? undefined : divisors,
  };
}

async function parametersAfter(
  backend: typeof referenceBackend,
  run: Run,
  design: DesignMatrix,
): Promise<Float64Array> {
  const walker = backend.stochastic.averageGradient(taskOf(run, design));
  const walk = walkOf(run);
  await walker.walk(walk);
  const between = walker.parameters();
  await walker.walk({ ...walk, step: 0, divisors: undefined });
  expect(walker.parameters()).toEqual(between);
  await walker.walk({ ...walk, divisors: undefined });
  const found = walker.parameters();
  walker.release();
  return found;
}

describe('stochastic average gradients', () => {
  test('walk on the kernels as step by step with every weight, however rows are stored', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        const [form, ...others] = storageForms(run.table).map(([, design]) => design);
        const expected = await parametersAfter(referenceBackend, run, form);
        const scale = Math.max(1, ...expected.map(Math.abs));
        const first = await parametersAfter(kernels, run, form);
        const differences = Array.from(expected, (value, i) => Math.abs(first[i] - value));
        expect(Math.max(...differences)).toBeLessThanOrEqual(ROUNDING * scale);
        for (const other of others) expect(await parametersAfter(kernels, run, other)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  test('take a scale that vanishes within a walk in', async () => {
    const { csr } = bytesMatrix(30, 12, 0.4);
    const task: AverageGradientTask = {
      design: inDoubles(csr),
      targets: Int32Array.from({ length: 30 }, (_, i) => i % 3),
      classes: 3,
      constant: 1,
      l1: 0.5,
      l2: 90,
      rows: 30,
      parameters: new Float64Array(39).fill(2),
    };
    const draws = Uint32Array.from({ length: 900 }, (_, t) => (t * 7) % 30);
    const walk = { draws, step: 0.3, corrections: new Float64Array(30).fill(29 / 30) };
    const [actual, expected] = await Promise.all(
      [kernels, referenceBackend].map(async (backend) => {
        const run = backend.stochastic.averageGradient(task);
        await run.walk(walk);
        return run.parameters();
      }),
    );
    expect(Math.max(...expected.map((value, i) => Math.abs(actual[i] - value)))).toBeLessThan(1e-12);
  });

  test('give the same bits on any number of threads, and their memory back', async () => {
    const { csr } = bytesMatrix(3000, 100);
    const design = inDoubles(csr);
    const found = [];
    for (const threads of [1, 2, 3, 5]) {
      const { backend, engine } = backendOn(new TestPlatform(threads), threads);
      await backend.rows.scores(
        { design, classes: 1, constant: 0, parameters: new Float64Array(100) },
        new Float64Array(3000),
      );
      const before = backend.bytesUsed;
      const run = backend.stochastic.averageGradient({
        design,
        targets: Int32Array.from({ length: 3000 }, (_, i) => i % 13),
        classes: 13,
        problems: Array.from({ length: 13 }, (_, positive) => ({
          positive,
          positiveWeight: 1,
          negativeWeight: 1,
        })),
        constant: 1,
        l1: 1,
        l2: 1,
        rows: 3000,
        parameters: new Float64Array(13 * 101),
      });
      const draws = Uint32Array.from({ length: 3000 }, (_, t) => (t * 7) % 3000);
      await run.walk({ draws, step: 0.02, corrections: new Float64Array(3000).fill(1) });
      found.push(run.parameters());
      run.release();
      expect(engine.threadsAlive).toBe(threads === 1 ? 1 : Math.min(threads, 3));
      expect(backend.bytesUsed - before).toBeLessThanOrEqual(4 * 2 ** 20);
      await backend.close();
    }
    for (const other of found) expect(other).toEqual(found[0]);
  });
});
