import { describe, expect, test } from '@jest/globals';
import type { Precision } from '@tenfold/linalg';

import {
  lbfgs,
  type LbfgsOptions,
  type LbfgsProgress,
  type Objective,
  type SolverResult,
} from '../src/index.js';

/** An objective that writes down where, and in which precision, it is evaluated. */
interface Recorded extends Objective {
  readonly precisions: Precision[];
}

const SIZE = 30;

/** A narrow valley: ½·Σ d_j·(x_j - 1)² with d from 1 to 1e4, and a quartic term so that no step is exact. */
const curvature = (j: number): number => 10 ** ((4 * j) / (SIZE - 1));

/** @param noise the error of single precision, as a share */
function valley(noise = 1e-7): Recorded {
  const precisions: Precision[] = [];
  return {
    size: SIZE,
    precisions,
    evaluate(x, gradient, precision = 'double') {
      precisions.push(precision);
      const factor = precision === 'single' ? 1 + noise : 1;
      let value = 0;
      for (let j = 0; j < SIZE; j++) {
        const away = x[j] - 1;
        value += 0.5 * curvature(j) * away ** 2 + 0.25 * away ** 4;
        gradient[j] = (curvature(j) * away + away ** 3) * factor;
      }
      return Promise.resolve((value + 1) * factor);
    },
  };
}

const start = (): Float64Array => new Float64Array(SIZE);
const diagonal = (vector: Float64Array): void => {
  for (let j = 0; j < SIZE; j++) vector[j] /= curvature(j);
};

/** What the result says, held against a fresh evaluation in double precision. */
async function expectDouble(result: SolverResult): Promise<void> {
  const gradient = start();
  const loss = await valley().evaluate(result.x, gradient);
  expect(result.loss).toBe(loss);
  expect(result.gradNorm).toBe(gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0));
}

describe('a preconditioner', () => {
  test('with the exact curvature needs few iterations', async () => {
    const plain = await lbfgs(valley(), start(), { tol: 1e-8, ftol: 0 });
    const helped = await lbfgs(valley(), start(), { tol: 1e-8, ftol: 0, precondition: diagonal });
    expect(helped.converged).toBe(true);
    expect(helped.nEvaluations).toBeLessThan(plain.nEvaluations / 3);
    helped.x.forEach((value) => expect(value).toBeCloseTo(1, 8));
  });

  test('of the exact Hessian of a quadratic takes one step', async () => {
    const quadratic: Objective = {
      size: SIZE,
      evaluate(x, gradient) {
        x.forEach((value, j) => (gradient[j] = curvature(j) * (value - j)));
        return Promise.resolve(x.reduce((sum, value, j) => sum + 0.5 * curvature(j) * (value - j) ** 2, 0));
      },
    };
    const result = await lbfgs(quadratic, start(), { tol: 1e-9, precondition: diagonal });
    expect(result).toMatchObject({ nIter: 1, nEvaluations: 2, converged: true });
  });

  test('has a scale, so that the first step is the whole one', async () => {
    const points: Float64Array[] = [];
    const inner = valley();
    const objective: Objective = {
      size: SIZE,
      evaluate(x, gradient) {
        points.push(x.slice());
        return inner.evaluate(x, gradient);
      },
    };
    const precondition = (vector: Float64Array): void => {
      for (let j = 0; j < SIZE; j++) vector[j] /= 1e6;
    };
    await lbfgs(objective, start(), { maxIter: 1, precondition });
    const gradient = start();
    await valley().evaluate(start(), gradient);
    // A step of length 1 along the solved direction, not one of the length of a gradient without scale.
    points[1].forEach((value, j) => expect(value).toBeCloseTo(-gradient[j] / 1e6, 12));
  });
});

describe('mixed precision', () => {
  const mixed = { precision: 'mixed', tol: 1e-6, ftol: 0, precondition: diagonal } as const;

  test('steps in single, ends in double, and says what double says', async () => {
    const objective = valley();
    const result = await lbfgs(objective, start(), mixed);
    const { precisions } = objective;
    expect(precisions[0]).toBe('single');
    expect(precisions.at(-1)).toBe('double');
    // Once in double it does not go back.
    expect(precisions.slice(precisions.indexOf('double'))).not.toContain('single');
    expect(precisions).toHaveLength(result.nEvaluations);
    expect(result).toMatchObject({ converged: true, message: 'the gradient is within tol' });
    await expectDouble(result);
  });

  test('is double throughout unless asked for', async () => {
    const objective = valley();
    await lbfgs(objective, start());
    expect(new Set(objective.precisions)).toEqual(new Set(['double']));
  });

  test('does not believe a gradient that is small in single precision only', async () => {
    const honest = valley();
    let doubles = 0;
    const liar: Objective = {
      size: SIZE,
      async evaluate(x, gradient, precision) {
        const value = await honest.evaluate(x, gradient, precision);
        if (precision === 'single') gradient.fill(0);
        else doubles++;
        return value;
      },
    };
    const result = await lbfgs(liar, start(), mixed);
    expect(doubles).toBeGreaterThan(2);
    expect(result).toMatchObject({ converged: true, message: 'the gradient is within tol' });
    expect(result.gradNorm).toBeLessThanOrEqual(1e-6);
    await expectDouble(result);
  });

  test('leaves single precision when it gains no more, however far tol is', async () => {
    // Errors of a thousandth hide the minimum: the value cannot fall to it in single precision.
    const objective = valley(1e-3);
    const result = await lbfgs(objective, start(), { ...mixed, tol: 1e-10 });
    expect(result.converged).toBe(true);
    expect(objective.precisions).toContain('double');
    result.x.forEach((value) => expect(value).toBeCloseTo(1, 8));
    await expectDouble(result);
  });

  test('uses single precision while an iteration gains more than a millionth', async () => {
    const objective = valley();
    const single: number[] = [];
    await lbfgs(objective, start(), {
      ...mixed,
      precondition: undefined,
      maxIter: 1000,
      onIteration: ({ loss }) => {
        if (objective.precisions.at(-1) === 'single') single.push(loss);
      },
    });
    const gains = single.slice(1).map((loss, i) => (single[i] - loss) / Math.max(single[i], 1));
    expect(gains.length).toBeGreaterThan(5);
    expect(gains.pop()).toBeLessThanOrEqual(1e-6);
    gains.forEach((gain) => expect(gain).toBeGreaterThan(1e-6));
  });

  test.each([1, 2, 3, 5, 8])(
    'makes no more than maxIter = %i iterations, and ends in double',
    async (maxIter) => {
      const objective = valley();
      const seen: number[] = [];
      const result = await lbfgs(objective, start(), {
        ...mixed,
        tol: 0,
        precondition: undefined,
        maxIter,
        onIteration: ({ iteration }) => seen.push(iteration),
      });
      expect(seen).toEqual(Array.from({ length: maxIter }, (_, i) => i + 1));
      expect(result).toMatchObject({
        nIter: maxIter,
        converged: false,
        message: 'reached maxIter iterations',
      });
      expect(objective.precisions.filter((precision) => precision === 'double')).toHaveLength(1);
      await expectDouble(result);
    },
  );

  test('makes no iteration after the last one allowed when single precision alone has converged', async () => {
    const honest = valley();
    let evaluations = 0;
    const liar: Objective = {
      size: SIZE,
      async evaluate(x, gradient, precision) {
        const value = await honest.evaluate(x, gradient, precision);
        if (precision === 'single' && ++evaluations > 1) gradient.fill(0);
        return value;
      },
    };
    const result = await lbfgs(liar, start(), { ...mixed, maxIter: 1 });
    expect(result).toMatchObject({ nIter: 1, converged: false, message: 'reached maxIter iterations' });
    await expectDouble(result);
  });

  test('heeds maxEvaluations in either precision', async () => {
    const result = await lbfgs(valley(), start(), { ...mixed, precondition: undefined, maxEvaluations: 4 });
    expect(result).toMatchObject({ converged: false, message: 'exceeded maxEvaluations evaluations' });
    // The iteration in which it is exceeded, and the last look in double precision.
    expect(result.nEvaluations).toBeLessThanOrEqual(4 + 3);
    await expectDouble(result);
  });

  test.each<[string, LbfgsOptions]>([
    ['mixed', mixed],
    ['double', { ...mixed, precision: 'double' }],
  ])('of %s stops where onIteration says so', async (_name, options) => {
    const seen: number[] = [];
    const result = await lbfgs(valley(), start(), {
      ...options,
      precondition: undefined,
      onIteration: ({ iteration }) => {
        seen.push(iteration);
        return iteration < 3;
      },
    });
    expect(seen).toEqual([1, 2, 3]);
    expect(result).toMatchObject({ nIter: 3, converged: false, message: 'stopped by onIteration' });
    await expectDouble(result);
  });

  test('does not stop when onIteration returns anything but false', async () => {
    const plain = await lbfgs(valley(), start(), mixed);
    for (const answer of [undefined, null, 0, '', true]) {
      await expect(lbfgs(valley(), start(), { ...mixed, onIteration: () => answer })).resolves.toEqual(plain);
    }
  });

  test('is refused by another name', async () => {
    await expect(lbfgs(valley(), start(), { precision: 'half' as 'mixed' })).rejects.toThrow('precision');
  });
});

describe('a refreshed preconditioner', () => {
  const poor = (vector: Float64Array): void => {
    for (let j = 0; j < SIZE; j++) vector[j] /= 1e4;
  };
  const options = { tol: 1e-8, ftol: 0, maxIter: 1000 };
  const after =
    (...iterations: number[]) =>
    ({ iteration }: LbfgsProgress): boolean =>
      iterations.includes(iteration);

  test('is made once, after the iteration named, at the point reached', async () => {
    const reached: Float64Array[] = [];
    const made: { after: number; at: Float64Array }[] = [];
    let iterations = 0;
    let last = start();
    const inner = valley();
    const objective: Objective = {
      size: SIZE,
      evaluate(x, gradient) {
        last = x.slice();
        return inner.evaluate(x, gradient);
      },
    };
    await lbfgs(objective, start(), {
      ...options,
      precondition: poor,
      onIteration: ({ iteration }) => {
        iterations = iteration;
        reached.push(last);
      },
      refresh: {
        due: after(4),
        make: (x) => {
          made.push({ after: iterations, at: x.slice() });
          return Promise.resolve(diagonal);
        },
      },
    });
    expect(made.map(({ after }) => after)).toEqual([4]);
    expect(made[0].at).toEqual(reached[3]);
    expect(reached.length).toBeGreaterThan(5);
  });

  test('starts the next step from itself alone: the steps before are forgotten', async () => {
    const points: Float64Array[] = [];
    const gradients: Float64Array[] = [];
    const inner = valley();
    const objective: Objective = {
      size: SIZE,
      async evaluate(x, gradient) {
        const value = await inner.evaluate(x, gradient);
        points.push(x.slice());
        gradients.push(gradient.slice());
        return value;
      },
    };
    let before = 0;
    await lbfgs(objective, start(), {
      ...options,
      precondition: poor,
      refresh: {
        due: after(4),
        make: () => {
          before = points.length;
          return Promise.resolve(diagonal);
        },
      },
    });
    const expected = gradients[before - 1].slice();
    diagonal(expected);
    points[before].forEach((value, j) => {
      expect(value - points[before - 1][j]).toBeCloseTo(-expected[j], 10);
    });
  });

  test('shortens what is left', async () => {
    const without = await lbfgs(valley(), start(), { ...options, precondition: poor });
    const refresh = { due: after(4), make: () => Promise.resolve(diagonal) };
    const renewed = await lbfgs(valley(), start(), { ...options, precondition: poor, refresh });
    expect(renewed.nEvaluations).toBeLessThan(without.nEvaluations / 2);
    expect(renewed.loss).toBeCloseTo(without.loss, 8);
  });

  test('that cannot be made changes nothing', async () => {
    const without = await lbfgs(valley(), start(), { ...options, precondition: poor });
    const refresh = { due: after(2, 4), make: () => Promise.resolve(undefined) };
    expect(await lbfgs(valley(), start(), { ...options, precondition: poor, refresh })).toEqual(without);
  });

  test('is not made when the run ends first, and its errors pass through', async () => {
    const make = (): Promise<never> => Promise.reject(new Error('no memory'));
    const early = await lbfgs(valley(), start(), { maxIter: 4, refresh: { due: after(4, 5), make } });
    expect(early.nIter).toBe(4);
    await expect(lbfgs(valley(), start(), { refresh: { due: after(3), make } })).rejects.toThrow('no memory');
  });
});
