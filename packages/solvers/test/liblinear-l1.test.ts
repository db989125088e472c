import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { referenceBackend, toDesignMatrix } from '@tenfold/linalg';
import fc from 'fast-check';

import { type LiblinearOptions, type SolverResult, trainLiblinear } from '../src/index.js';

type Rows = number[][];

interface Problem {
  X: Rows;
  targets: number[];
  weights: number[];
  bias: number;
}

const scales = fc.constantFrom(1e-6, 1e-2, 1, 1, 1, 1e3, 1e6);

/** Rows whose columns are scaled badly, repeated, constant or empty, and of any shape. */
const anyProblem: fc.Arbitrary<Problem> = fc
  .record({
    rows: fc.integer({ min: 2, max: 14 }),
    columns: fc.integer({ min: 1, max: 24 }),
    bias: fc.constantFrom(-1, 1, 100),
  })
  .chain(({ rows, columns, bias }) =>
    fc.record({
      columns: fc.array(
        fc.oneof(
          { weight: 6, arbitrary: columnOf(fc.double({ min: -4, max: 4, noNaN: true }), rows) },
          { weight: 2, arbitrary: columnOf(fc.constantFrom(0, 0, 0, 1, 2), rows) },
          {
            weight: 1,
            arbitrary: fc.constantFrom(0, 1, -3).map((value) => new Array<number>(rows).fill(value)),
          },
        ),
        { minLength: columns, maxLength: columns },
      ),
      repeated: fc.boolean(),
      scales: fc.array(scales, { minLength: columns, maxLength: columns }),
      targets: fc.array(fc.constantFrom(-1, 1), { minLength: rows, maxLength: rows }),
      weights: fc.array(fc.constantFrom(0, 0.01, 0.5, 1, 1, 1, 30), { minLength: rows, maxLength: rows }),
      bias: fc.constant(bias),
    }),
  )
  .map(({ columns, repeated, scales, targets, weights, bias }) => {
    if (repeated && columns.length > 1) columns[1] = columns[0];
    const X = targets.map((_, i) => columns.map((column, j) => column[i] * scales[j]));
    return { X, targets, weights, bias };
  });

function columnOf(cell: fc.Arbitrary<number>, rows: number): fc.Arbitrary<number[]> {
  return fc.array(cell, { minLength: rows, maxLength: rows });
}

function optionsOf({ X, targets, weights, bias }: Problem): LiblinearOptions {
  return {
    design: toDesignMatrix(X, { owner: 'test' }),
    targets: Float64Array.from(targets),
    weights: Float64Array.from(weights),
    bias,
    penalty: 'l1',
    backend: referenceBackend,
  };
}

/** The objective and its derivatives but for the penalty's, from their definitions. */
function lossAt(
  { X, targets, weights, bias }: Problem,
  x: Float64Array,
): { value: number; slopes: number[] } {
  const slopes = new Array<number>(x.length).fill(0);
  let value = 0;
  for (const [i, row] of X.entries()) {
    const cells = bias > 0 ? [...row, bias] : row;
    const score = cells.reduce((sum, cell, j) => sum + cell * x[j], 0);
    const margin = targets[i] * score;
    value +=
      weights[i] * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
    const share = (-targets[i] * weights[i]) / (1 + Math.exp(margin));
    for (const [j, cell] of cells.entries()) slopes[j] += share * cell;
  }
  return { value: value + x.reduce((sum, weight) => sum + Math.abs(weight), 0), slopes };
}

function violationsAt(problem: Problem, x: Float64Array): number {
  const { slopes } = lossAt(problem, x);
  return slopes.reduce((sum, slope, j) => {
    if (x[j] === 0) return sum + Math.max(0, Math.abs(slope) - 1);
    return sum + Math.abs(slope + Math.sign(x[j]));
  }, 0);
}

describe('properties of the L1 penalty', () => {
  test('it ends where its stopping rule says, or where doubles know no better', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const options = optionsOf(problem);
        const result = await trainLiblinear({ ...options, tol: 1e-6, maxIter: 1000 });
        expect(result.converged).toBe(true);
        expect(result.x.every(Number.isFinite)).toBe(true);
        const first = violationsAt(problem, new Float64Array(result.x.length));
        const reached = violationsAt(problem, result.x);
        const { value } = lossAt(problem, result.x);
        expect(Math.abs(result.loss - value)).toBeLessThanOrEqual(1e-9 * (1 + value));
        if (result.message.includes('tolerance')) {
          expect(reached).toBeLessThanOrEqual(1e-6 * first * (1 + 1e-3) + 1e-9 * largestCell(problem));
        } else expect(result.certificate).toBeLessThanOrEqual(1e-2 * (1 + value));
      }),
      { numRuns: 60 },
    );
  });

  test('the certificate bounds what is missing, wherever it stops', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, fc.integer({ min: 0, max: 4 }), async (problem, maxIter) => {
        const options = optionsOf(problem);
        const best = await trainLiblinear({ ...options, tol: 1e-12, maxIter: 2000 });
        const early = await trainLiblinear({ ...options, tol: 1e-12, maxIter });
        expect(early.certificate).toBeGreaterThanOrEqual(early.loss - best.loss - 1e-12 * best.loss);
        expect(best.certificate).toBeLessThanOrEqual(1e-2 * (1 + best.loss));
        expect(early.loss).toBeGreaterThanOrEqual(best.loss * (1 - 1e-9));
      }),
      { numRuns: 40 },
    );
  });

  test('a row that counts twice is that row twice, and one that counts nothing is not there', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const tight = { tol: 1e-10, maxIter: 2000 };
        const doubled = {
          ...problem,
          weights: problem.weights.map((weight, i) => (i === 0 ? 2 : i === 1 ? 0 : weight)),
        };
        const rows = problem.X.map((_, i) => i);
        const kept = [0, 0, ...rows.slice(2)];
        const written: Problem = {
          X: kept.map((i) => problem.X[i]),
          targets: kept.map((i) => problem.targets[i]),
          weights: kept.map((i) => (i === 0 ? 1 : problem.weights[i])),
          bias: problem.bias,
        };
        const one = await trainLiblinear({ ...optionsOf(doubled), ...tight });
        const other = await trainLiblinear({ ...optionsOf(written), ...tight });
        expect(Math.abs(one.loss - other.loss)).toBeLessThanOrEqual(1e-6 * (1 + one.loss));
      }),
      { numRuns: 20 },
    );
  });
});

function largestCell({ X, bias }: Problem): number {
  return Math.max(bias, ...X.flat().map(Math.abs));
}

/** Two overlapping classes in more columns than the first working set has. */
function manyColumns(): Problem {
  const X = Array.from({ length: 200 }, (_, i) =>
    Array.from(
      { length: 300 },
      (_, j) => Math.sin(i * 12.9898 + j * 78.233) + (j % 7 === 0 ? Math.sin(i) : 0),
    ),
  );
  const targets = X.map((_, i) => (Math.sin(i) + 0.3 * Math.sin(i * 5.1) > 0 ? 1 : -1));
  return { X, targets, weights: X.map(() => 1), bias: 1 };
}

describe('the L1 penalty', () => {
  test('a hundredth of the tolerance costs few steps more', async () => {
    const options = optionsOf(manyColumns());
    const steps: SolverResult[] = [];
    for (const tol of [1e-4, 1e-6, 1e-8]) steps.push(await trainLiblinear({ ...options, tol }));
    expect(steps.every(({ converged }) => converged)).toBe(true);
    expect(steps[2].nIter).toBeLessThanOrEqual(steps[0].nIter + 6);
    expect(steps[2].nIter).toBeLessThan(25);
    expect(steps[2].certificate).toBeLessThan(1e-5);
  });

  test('iterations are told of, end it and are counted', async () => {
    const options = optionsOf(manyColumns());
    const losses: number[] = [];
    const whole = await trainLiblinear({ ...options, onIteration: ({ loss }) => losses.push(loss) });
    expect(losses).toHaveLength(whole.nIter);
    expect([...losses].sort((a, b) => b - a)).toEqual(losses);
    expect(losses.at(-1)).toBe(whole.loss);
    const ended = await trainLiblinear({ ...options, onIteration: ({ iteration }) => iteration < 3 });
    expect(ended).toMatchObject({ nIter: 3, converged: false, message: 'stopped by onIteration' });
    const short = await trainLiblinear({ ...options, maxIter: 2 });
    expect(short).toMatchObject({
      nIter: 2,
      converged: false,
      message: 'no convergence within 2 iterations',
    });
  });

  test('is cancelled by its signal', async () => {
    const control = new AbortController();
    const run = trainLiblinear({
      ...optionsOf(manyColumns()),
      tol: 1e-12,
      signal: control.signal,
      onIteration: () => control.abort(new Error('enough')),
    });
    await expect(run).rejects.toThrow('enough');
  });

  test('has no dual, and no other name', async () => {
    const options = optionsOf(manyColumns());
    await expect(trainLiblinear({ ...options, dual: true })).rejects.toThrow(ParameterError);
    const other = { ...options, penalty: 'l3' } as unknown as LiblinearOptions;
    await expect(trainLiblinear(other)).rejects.toThrow("penalty must be 'l1' or 'l2'");
  });
});
