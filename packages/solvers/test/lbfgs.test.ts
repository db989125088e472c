import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { ParameterError, ShapeError } from '@tenfold/core';

import { type IterationReport, lbfgs, type Objective } from '../src/index.js';

interface GoldenCase {
  objective: keyof typeof functions;
  start: number[];
  options: { maxcor: number; gtol: number; ftol: number; maxiter: number; maxls: number };
  losses: number[];
  x: number[];
  nIter: number;
  nEvaluations: number;
  converged: boolean;
}

const golden = JSON.parse(readFileSync(new URL('golden/lbfgs.json', import.meta.url), 'utf8')) as {
  cases: GoldenCase[];
};

type Plain = (x: Float64Array, g: Float64Array) => number;

/** The functions of the golden generator, which says what they are. */
const functions = {
  rosenbrock: (x, g) => {
    let f = 0;
    g.fill(0);
    for (let i = 0; i + 1 < x.length; i++) {
      const a = x[i + 1] - x[i] ** 2;
      f += 100 * a ** 2 + (1 - x[i]) ** 2;
      g[i] += -400 * a * x[i] - 2 * (1 - x[i]);
      g[i + 1] += 200 * a;
    }
    return f;
  },
  quadratic: separable((x, i, n) => {
    const d = 10 ** ((2 * i) / (n - 1));
    return [0.5 * d * (x - 1) ** 2, d * (x - 1)];
  }),
  quartic: separable((x, i) => [(x - i) ** 4, 4 * (x - i) ** 3]),
  waves: separable((x) => [Math.cos(x) + 0.01 * x ** 2, -Math.sin(x) + 0.02 * x]),
  absolute: separable((x) => [Math.abs(x - 0.3), Math.sign(x - 0.3)]),
} satisfies Record<string, Plain>;

function separable(term: (x: number, i: number, n: number) => [number, number]): Plain {
  return (x, g) => {
    let f = 0;
    for (let i = 0; i < x.length; i++) {
      const [value, slope] = term(x[i], i, x.length);
      f += value;
      g[i] = slope;
    }
    return f;
  };
}

function objectiveOf(plain: Plain, size: number): Objective {
  return { size, evaluate: (x, g) => Promise.resolve(plain(x, g)) };
}

describe('lbfgs follows SciPy iteration by iteration', () => {
  test.each(golden.cases.map((c, i) => [`${c.objective} of ${c.start.length} (case ${i})`, c] as const))(
    '%s',
    async (_, { objective, start, options, losses, x, nIter, nEvaluations, converged }) => {
      const reports: IterationReport[] = [];
      const result = await lbfgs(objectiveOf(functions[objective], start.length), Float64Array.from(start), {
        maxIter: options.maxiter,
        tol: options.gtol,
        ftol: options.ftol,
        history: options.maxcor,
        maxLineSearch: options.maxls,
        onIteration: (report) => reports.push(report),
      });
      expect(result).toMatchObject({ nIter, nEvaluations, converged });
      expect(reports.map(({ iteration }) => iteration)).toEqual(losses.map((_, i) => i + 1));
      reports.forEach(({ loss }, i) => {
        expect(Math.abs(loss - losses[i])).toBeLessThanOrEqual(1e-5 * Math.abs(losses[i]) + 1e-7);
      });
      result.x.forEach((value, i) => expect(value).toBeCloseTo(x[i], 6));
    },
  );
});

describe('lbfgs', () => {
  const bowl = objectiveOf(functions.quartic, 3);

  test('starts at the given point, does not change it, and stops at once at a minimum', async () => {
    const start = Float64Array.of(0, 1, 2);
    const result = await lbfgs(bowl, start);
    expect(result).toMatchObject({ nIter: 0, nEvaluations: 1, converged: true, gradNorm: 0, loss: 0 });
    expect(result.x).not.toBe(start);
    await lbfgs(bowl, Float64Array.of(5, 5, 5));
    expect(start).toEqual(Float64Array.of(0, 1, 2));
  });

  test('says why it stopped', async () => {
    const start = new Float64Array(6);
    const quartic = objectiveOf(functions.quartic, 6);
    await expect(lbfgs(quartic, start, { maxIter: 2 })).resolves.toMatchObject({
      converged: false,
      nIter: 2,
      message: 'reached maxIter iterations',
    });
    await expect(lbfgs(quartic, start, { maxEvaluations: 3 })).resolves.toMatchObject({
      converged: false,
      message: 'exceeded maxEvaluations evaluations',
    });
    await expect(lbfgs(quartic, start, { ftol: 1e-2 })).resolves.toMatchObject({
      converged: true,
      message: 'the value has all but ceased to fall (ftol)',
    });
  });

  test('gives the point up to which it descended when the gradient lies', async () => {
    const liar = objectiveOf((x, g) => {
      g[0] = -1;
      return x[0];
    }, 1);
    const result = await lbfgs(liar, Float64Array.of(2), { maxLineSearch: 5 });
    expect(result).toMatchObject({ converged: false, nIter: 0, loss: 2 });
    expect(result.x).toEqual(Float64Array.of(2));
    expect(result.message).toContain('line search');
  });

  test('is cancelled before, between and by an error of the callback', async () => {
    const start = new Float64Array(3);
    const reason = new Error('stop');
    await expect(lbfgs(bowl, start, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const abort = new AbortController();
    const seen: number[] = [];
    const onIteration = ({ iteration }: IterationReport): void => {
      seen.push(iteration);
      if (iteration === 2) abort.abort(reason);
    };
    await expect(lbfgs(bowl, start, { signal: abort.signal, onIteration })).rejects.toBe(reason);
    expect(seen).toEqual([1, 2]);
    const broken = (): never => {
      throw reason;
    };
    await expect(lbfgs(bowl, start, { onIteration: broken })).rejects.toBe(reason);
  });

  test.each([
    ['maxIter', 0],
    ['tol', -1],
    ['ftol', NaN],
    ['history', 1.5],
    ['maxLineSearch', 0],
    ['maxEvaluations', Infinity],
  ])('refuses %s of %p', async (name, value) => {
    await expect(lbfgs(bowl, new Float64Array(3), { [name]: value })).rejects.toThrow(ParameterError);
  });

  test('refuses a start of another size', async () => {
    await expect(lbfgs(bowl, new Float64Array(2))).rejects.toThrow(ShapeError);
  });
});
