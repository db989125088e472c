import { describe, expect, test } from '@jest/globals';
import { addScaledRow, type DesignMatrix, referenceBackend, toDesignMatrix } from '@tenfold/linalg';
import { RandomState } from '@tenfold/random';
import fc from 'fast-check';

import { PRECONDITION_ABOVE, trainLiblinear } from '../src/index.js';
import { solvingConditioner } from '../src/preconditioners/conditioner.js';
import { newtonStep } from '../src/liblinear/conjugate-gradient.js';
import { type DualVariable, solveDualVariable } from '../src/liblinear/dual-variable.js';
import { LogisticObjective } from '../src/liblinear/logistic-objective.js';
import { choosePreconditioner } from '../src/liblinear/options.js';
import { boundedRandom, shuffleRows } from '../src/liblinear/row-order.js';
import { isAcceptable, nextRadius, type Trial } from '../src/liblinear/trust-region.js';

const TWO_32 = 2 ** 32;

/** A random problem of some size, the same for the same seed; most cells empty. */
function randomProblem(seed: number, rows: number, columns: number) {
  const random = new RandomState(seed);
  const table = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (random.random() < 0.3 ? random.standardNormal() : 0)),
  );
  return {
    design: toDesignMatrix(table, { owner: 'test' }),
    targets: Float64Array.from({ length: rows }, () => (random.random() < 0.4 ? 1 : -1)),
    weights: Float64Array.from({ length: rows }, () => random.uniform(0.1, 3)),
    bias: 1,
    backend: referenceBackend,
  };
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const dot = (a: Float64Array, b: Float64Array) => sum(a.map((value, i) => value * b[i]));

describe('the order of rows', () => {
  test('a bounded number is the upper half of the product in whole numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(TWO_32 - 1), { minLength: 64, maxLength: 64 }),
        fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: TWO_32 - 1 })),
        (stream, bound) => {
          const least = TWO_32 % bound;
          const fit = stream.find((word) => Number((BigInt(word) * BigInt(bound)) % BigInt(TWO_32)) >= least);
          fc.pre(fit !== undefined);
          let used = 0;
          expect(boundedRandom(() => stream[used++], bound)).toBe(
            Number((BigInt(fit) * BigInt(bound)) / BigInt(TWO_32)),
          );
        },
      ),
    );
  });

  test('words that would favour some numbers are drawn again', () => {
    // 2^32 mod 3 = 1: only the word 0, whose product is 0, is one too many.
    const words = [0, TWO_32 - 1];
    expect(boundedRandom(() => words.shift()!, 3)).toBe(2);
    expect(words).toHaveLength(0);
  });

  test('shuffling keeps every row and depends on the seed alone', () => {
    const shuffled = (seed: number) => {
      const random = new RandomState(seed);
      const rows = Uint32Array.from({ length: 100 }, (_, i) => i);
      shuffleRows(rows, () => random.uint32());
      return rows;
    };
    expect(shuffled(1)).toEqual(shuffled(1));
    expect(shuffled(1)).not.toEqual(shuffled(2));
    expect(shuffled(1).sort()).toEqual(Uint32Array.from({ length: 100 }, (_, i) => i));
  });
});

describe('one dual variable', () => {
  test('reaches the minimum of its convex function from anywhere inside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: 0, max: 1e4, noNaN: true }),
        fc.double({ min: -30, max: 30, noNaN: true }),
        (share, bound, square, margin) => {
          const start = share * bound;
          const variable: DualVariable = { alpha: start, rest: bound - start, bound, square, margin };
          const step = { change: 0, violation: 0, steps: 0 };
          solveDualVariable(variable, 1e-8, step);
          const { alpha, rest } = variable;
          expect(alpha).toBeGreaterThan(0);
          expect(rest).toBeGreaterThan(0);
          expect(alpha + rest).toBeCloseTo(bound, 8);
          const derivative = square * step.change + margin + Math.log(alpha / rest);
          // Rounding of the change counts `square` times in the derivative.
          expect(Math.abs(derivative)).toBeLessThan(2e-8 + 1e-12 * square * bound);
        },
      ),
    );
  });

  test('is not changed when it is good enough', () => {
    const variable: DualVariable = { alpha: 0.5, rest: 0.5, bound: 1, square: 2, margin: 1e-4 };
    const step = { change: 1, violation: 1, steps: 1 };
    solveDualVariable(variable, 1e-2, step);
    expect(step).toEqual({ change: 0, violation: 1e-4, steps: 0 });
    expect(variable.alpha).toBe(0.5);
  });
});

describe('the trust region', () => {
  const trial: Trial = { radius: 8, length: 8, slope: -10, predicted: 5, actual: 5 };

  test.each<[string, Partial<Trial>, number]>([
    ['a perfect step keeps it when the parabola ends there', {}, 8],
    ['a step better than the parabola allows quadruples it', { actual: 12 }, 32],
    ['a fair step may do either', { actual: 3 }, (10 / 14) * 8],
    ['a poor step shrinks it to half at most', { actual: 1 }, 4],
    ['a failed step shrinks it along the parabola', { actual: -5 }, (5 / 15) * 8],
    ['a disaster shrinks it to a quarter at least', { actual: -1e6 }, 2],
    ['a short good step does not shrink it', { length: 1 }, 8],
  ])('%s', (_, change, expected) => expect(nextRadius({ ...trial, ...change })).toBeCloseTo(expected, 12));

  test('a step is taken when f falls by a ten-thousandth of the prediction', () => {
    expect(isAcceptable({ ...trial, actual: 6e-4 })).toBe(true);
    expect(isAcceptable({ ...trial, actual: 4e-4 })).toBe(false);
    expect(isAcceptable({ ...trial, actual: -1 })).toBe(false);
  });
});

describe('a Newton step', () => {
  const objective = new LogisticObjective(randomProblem(3, 60, 12));
  const scales = Float64Array.from({ length: objective.size }, (_, j) => 1 + (j % 3));

  async function stepWithin(radius: number) {
    const from = objective.point();
    await objective.evaluate(from);
    const newton = await newtonStep({
      gradient: from.gradient,
      multiply: (direction, out) => objective.hessianVectorProduct(from, direction, out),
      radius,
      conditioner: solvingConditioner((vector) => {
        for (let j = 0; j < vector.length; j++) vector[j] /= scales[j];
      }),
    });
    const product = new Float64Array(objective.size);
    await objective.hessianVectorProduct(from, newton.step, product);
    return { from, newton, product };
  }

  test('solves the Newton equation to a tenth when there is room', async () => {
    const { from, newton, product } = await stepWithin(1e6);
    const residual = product.map((value, j) => -from.gradient[j] - value);
    const size = (r: Float64Array) => Math.sqrt(sum(r.map((value, j) => value ** 2 / scales[j])));
    expect(size(residual)).toBeLessThanOrEqual(0.1 * size(from.gradient));
    expect(newton.products).toBeGreaterThan(1);
  });

  test.each([1e6, 0.3, 1e-3])('within %p: stays inside and predicts what the model says', async (radius) => {
    const { from, newton, product } = await stepWithin(radius);
    const length = Math.sqrt(sum(newton.step.map((value, j) => value ** 2 * scales[j])));
    expect(newton.length).toBeCloseTo(length, 12);
    if (radius < 1) expect(length).toBeCloseTo(radius, 12);
    const model = dot(from.gradient, newton.step) + 0.5 * dot(newton.step, product);
    expect(newton.predicted).toBeCloseTo(-model, 10);
    expect(newton.predicted).toBeGreaterThan(0);
    expect(newton.slope).toBeLessThan(0);
  });
});

describe('the objective', () => {
  test('a constant feature of some value is a column of that value', async () => {
    const { design, ...rest } = randomProblem(5, 50, 6);
    const options = { ...rest, tol: 1e-9, maxIter: 1000 };
    const widened = toDesignMatrix(
      Array.from({ length: design.rows }, (_, i) => [...rowOf(design, i), 2.5]),
      { owner: 'test' },
    );
    for (const dual of [false, true]) {
      const appended = await trainLiblinear({ ...options, design, dual, bias: 2.5 });
      const column = await trainLiblinear({ ...options, design: widened, dual, bias: undefined });
      expect(appended.x).toHaveLength(column.x.length);
      appended.x.forEach((value, j) => expect(value).toBeCloseTo(column.x[j], 6));
    }
  });

  test('a row of weight 2 is two rows, and one of weight 0 is none', async () => {
    const { design, targets, bias, backend } = randomProblem(6, 40, 5);
    const counts = Array.from({ length: 40 }, (_, i) => i % 3);
    const copies = counts.flatMap((count, i) => Array.from({ length: count }, () => i));
    const repeated = toDesignMatrix(
      copies.map((i) => rowOf(design, i)),
      { owner: 'test' },
    );
    const shared = { bias, backend, tol: 1e-8, maxIter: 1000 };
    for (const dual of [false, true]) {
      const weights = Float64Array.from(counts);
      const weighted = await trainLiblinear({ ...shared, design, targets, weights, dual });
      const copied = await trainLiblinear({
        ...shared,
        design: repeated,
        targets: Float64Array.from(copies, (i) => targets[i]),
        dual,
      });
      weighted.x.forEach((value, j) => expect(value).toBeCloseTo(copied.x[j], 6));
      expect(weighted.loss).toBeCloseTo(copied.loss, 9);
    }
  });
});

describe('the stopping rules', () => {
  test('no iteration allowed: w = 0, not converged', async () => {
    const result = await trainLiblinear({ ...randomProblem(8, 20, 3), maxIter: 0 });
    expect(result).toMatchObject({
      nIter: 0,
      converged: false,
      message: 'no convergence within 0 iterations',
    });
    expect(sum(result.x)).toBe(0);
  });

  test('the gradient falls below the tolerance scaled by the smaller class', async () => {
    const problem = randomProblem(9, 200, 10);
    const gradients: number[] = [];
    const start = new LogisticObjective(problem).point();
    await new LogisticObjective(problem).evaluate(start);
    const result = await trainLiblinear({
      ...problem,
      onIteration: (report) => gradients.push(report.gradNorm),
    });
    const positives = problem.targets.filter((target) => target > 0).length;
    const goal =
      ((1e-4 * Math.min(positives, 200 - positives)) / 200) * Math.sqrt(dot(start.gradient, start.gradient));
    expect(result.gradNorm).toBeLessThanOrEqual(goal);
    expect(gradients.slice(0, -1).every((norm) => norm > goal)).toBe(true);
    expect(gradients.at(-1)).toBe(result.gradNorm);
  });

  test('a tolerance beyond doubles ends at their precision', async () => {
    const result = await trainLiblinear({ ...randomProblem(10, 60, 5), tol: 1e-300, maxIter: 1000 });
    expect(result).toMatchObject({
      converged: true,
      message: 'the objective is minimal within the precision of doubles',
    });
    expect(result.nIter).toBeLessThan(50);
  });

  test('a single class is no obstacle', async () => {
    const problem = randomProblem(11, 20, 3);
    const targets = new Float64Array(20).fill(-1);
    const primal = await trainLiblinear({ ...problem, targets, tol: 1e-8 });
    const dual = await trainLiblinear({ ...problem, targets, tol: 1e-8, maxIter: 10_000, dual: true });
    primal.x.forEach((value, j) => expect(value).toBeCloseTo(dual.x[j], 5));
  });
});

test('only large data are preconditioned by themselves', () => {
  const sized = (cells: number): DesignMatrix => ({
    kind: 'dense',
    rows: cells,
    columns: 1,
    data: new Uint8Array(cells),
  });
  expect(choosePreconditioner('auto', sized(PRECONDITION_ABOVE))).toBe('none');
  expect(choosePreconditioner('auto', sized(PRECONDITION_ABOVE + 1))).toBe('gram');
  expect(choosePreconditioner('none', sized(PRECONDITION_ABOVE + 1))).toBe('none');
});

test('other work runs during a long training', async () => {
  for (const dual of [false, true]) {
    let turns = 0;
    let running = true;
    const count = () => {
      turns++;
      if (running) setImmediate(count);
    };
    setImmediate(count);
    await trainLiblinear({ ...randomProblem(12, 5000, 200), dual, maxIter: 20, preconditioner: 'none' });
    running = false;
    expect(turns).toBeGreaterThan(2);
  }
});

function rowOf(design: DesignMatrix, row: number): number[] {
  const cells = new Float64Array(design.columns);
  addScaledRow(design, row, 1, cells);
  return [...cells];
}
