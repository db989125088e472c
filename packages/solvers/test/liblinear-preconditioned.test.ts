import { afterAll, describe, expect, test } from '@jest/globals';
import { type Backend, createKernelBackend, referenceBackend, toDesignMatrix } from '@tenfold/linalg';

import { type LiblinearOptions, type LiblinearPreconditioner, trainLiblinear } from '../src/index.js';
import { bytesKept } from './bytes-kept.js';
import { strokes } from './strokes.js';
import { watched } from './watched-backend.js';

const kernels = createKernelBackend();
afterAll(() => kernels.close());

const { design, codes } = strokes({ rows: 600, side: 9 });
const targets = Float64Array.from(codes, (code) => (code === 3 ? 1 : -1));
const C = 30;
const even = new Float64Array(design.rows).fill(C);
/** Rows of different weights, every tenth of none. */
const uneven = even.map((value, i) => (value * (i % 10)) / 5);

/** Trains, and counts products with the Hessian. */
async function train(preconditioner: LiblinearPreconditioner, options: Partial<LiblinearOptions> = {}) {
  const backend = watched(options.backend ?? kernels);
  const task = { design, targets, weights: even, bias: 1, tol: 1e-8, maxIter: 1000, preconditioner };
  const result = await trainLiblinear({ ...task, ...options, backend });
  return { ...result, products: backend.count('products'), backend };
}

const cases: [string, Partial<LiblinearOptions>][] = [
  ['a bias', {}],
  ['no bias', { bias: -1 }],
  ['a large bias', { bias: 10 }],
  ['rows of different weights', { weights: uneven }],
  ['a weak penalty', { weights: even.map((value) => 10 * value) }],
  ['a strong penalty', { weights: even.map((value) => value / 1000) }],
  ['the plain backend', { backend: referenceBackend }],
];

describe('the sampled Hessian', () => {
  test.each(cases)('finds the optimum with fewer products: %s', async (_name, options) => {
    const none = await train('none', options);
    const gram = await train('gram', options);
    expect([none.converged, gram.converged]).toEqual([true, true]);
    expect(Math.abs(gram.loss - none.loss)).toBeLessThanOrEqual(1e-8 * none.loss);
    expect(gram.products).toBeLessThan(0.7 * none.products);
    const largest = none.x.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    gram.x.forEach((value, j) => expect(Math.abs(value - none.x[j])).toBeLessThan(1e-4 * largest));
  });

  test('saves three of four products on hard images', async () => {
    const weights = even.map((value) => 1000 * value);
    const none = await train('none', { weights });
    const gram = await train('gram', { weights });
    expect(gram.products).toBeLessThan(none.products / 4);
    expect(Math.abs(gram.loss - none.loss)).toBeLessThanOrEqual(1e-8 * none.loss);
  });

  test('multiplies in single precision, but evaluates in double', async () => {
    const { backend } = await train('gram');
    expect(backend.count('products', 'double')).toBe(0);
    expect(backend.count('oneVsRest', 'single')).toBe(0);
    const plain = await train('none');
    expect(plain.backend.count('products', 'single')).toBe(0);
  });

  test('is made anew only when it no longer serves', async () => {
    const gram = await train('gram');
    const made = gram.backend.count('precondition');
    expect(made).toBeGreaterThan(1);
    expect(made).toBeLessThanOrEqual(gram.nIter);
    // With one that is kept, each step would want more products than a fresh one.
    expect(gram.products / gram.nEvaluations).toBeLessThan(15);
  });

  test('gives its memory back, also when the training is stopped', async () => {
    const ended = await bytesKept(design, async (backend) => {
      expect((await train('gram', { backend })).backend.count('precondition')).toBeGreaterThan(1);
    });
    const stopped = await bytesKept(design, async (backend) => {
      const onIteration = ({ iteration }: { iteration: number }): void => {
        if (iteration === 3) throw new Error('enough');
      };
      await expect(train('gram', { onIteration, backend })).rejects.toThrow('enough');
    });
    expect([ended, stopped]).toEqual([0, 0]);
  });

  test.each([1, 2, 5])('makes no more than maxIter = %i steps', async (maxIter) => {
    const seen: number[] = [];
    const result = await train('gram', { maxIter, onIteration: ({ loss }) => seen.push(loss) });
    expect(result).toMatchObject({
      nIter: maxIter,
      converged: false,
      message: `no convergence within ${maxIter} iterations`,
    });
    expect(seen).toHaveLength(maxIter);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(seen.at(-1)).toBe(result.loss);
  });

  test('measures the first step in its own norm: at zero, where it is the Hessian, that is Newton’s step', async () => {
    const solved: Float64Array[] = [];
    const backend: Backend = watched(kernels, {
      async precondition(task) {
        const made = await kernels.factors.precondition(task);
        return (
          made && {
            ...made,
            solve(vectors, classes) {
              made.solve(vectors, classes);
              solved.push(vectors.slice());
            },
            release: () => {
              made.release();
            },
          }
        );
      },
    });
    const { x } = await train('gram', { backend, maxIter: 1 });
    // The first thing solved is M⁻¹·∇f; M has a little more than the Hessian, so that the step ends on the boundary.
    const largest = solved[0].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    x.forEach((value, j) => expect(Math.abs(value + solved[0][j])).toBeLessThan(1e-5 * largest));
  });

  test('of no iterations is none', async () => {
    const { x, nIter, backend } = await train('gram', { maxIter: 0 });
    expect(nIter).toBe(0);
    expect(x.every((value) => value === 0)).toBe(true);
    expect(backend.count('precondition')).toBe(0);
  });

  test.each(['none', 'gram'] as const)('with %s, onIteration stops it', async (preconditioner) => {
    const result = await train(preconditioner, { onIteration: ({ iteration }) => iteration < 2 });
    expect(result).toMatchObject({ nIter: 2, converged: false, message: 'stopped by onIteration' });
  });

  test('in the dual too, onIteration stops it, and is given the parameters', async () => {
    const points: number[][] = [];
    const result = await train('none', {
      dual: true,
      onIteration({ iteration, x }) {
        points.push([...x]);
        return iteration < 2;
      },
    });
    expect(result).toMatchObject({ nIter: 2, converged: false, message: 'stopped by onIteration' });
    expect(points[1]).toEqual([...result.x]);
    expect(points[0]).not.toEqual(points[1]);
  });

  test('leaves the weight of an empty column at zero', async () => {
    const table = Array.from(targets, (target, i) => [0, target + Math.sin(i), 0, Math.cos(5 * i)]);
    const options = { design: toDesignMatrix(table, { owner: 'test' }) };
    const none = await train('none', options);
    for (const backend of [kernels, referenceBackend]) {
      const gram = await train('gram', { ...options, backend });
      expect(gram.converged).toBe(true);
      expect([gram.x[0], gram.x[2]].map(Math.abs)).toEqual([0, 0]);
      expect(Math.abs(gram.loss - none.loss)).toBeLessThanOrEqual(1e-8 * none.loss);
    }
  });

  test('serves when no row counts, and when only one class is there', async () => {
    const empty = await train('gram', { weights: new Float64Array(design.rows) });
    expect(empty).toMatchObject({ loss: 0, nIter: 0 });
    const ones = targets.map(() => 1);
    const [none, gram] = [await train('none', { targets: ones }), await train('gram', { targets: ones })];
    expect(Math.abs(gram.loss - none.loss)).toBeLessThanOrEqual(1e-8 * none.loss);
  });

  test('draws the curved rows: with half of the weights 0, none of those', async () => {
    const drawn: Uint32Array[] = [];
    const weights = even.map((value, i) => (i % 2 === 0 ? value : 0));
    const backend: Backend = watched(kernels, {
      precondition: (task) => {
        if (task.rows !== undefined) drawn.push(task.rows);
        return kernels.factors.precondition(task);
      },
    });
    await train('gram', { weights, backend });
    expect(drawn.length).toBeGreaterThan(1);
    for (const rows of drawn) expect(rows.every((row) => row % 2 === 0)).toBe(true);
  });
});

describe('without a factor', () => {
  test('the steps are those of no preconditioner', async () => {
    let asked = 0;
    const backend = watched(kernels, {
      precondition: () => {
        asked++;
        return Promise.resolve(undefined);
      },
      // Products in double precision, as without a preconditioner.
      hessianVectorProducts: (task, directions, out) =>
        kernels.logistic.hessianVectorProducts({ ...task, precision: 'double' }, directions, out),
    });
    const gram = await train('gram', { backend });
    const none = await train('none');
    expect(asked).toBeGreaterThan(0);
    expect(gram.x).toEqual(none.x);
    expect([gram.loss, gram.nIter, gram.products]).toEqual([none.loss, none.nIter, none.products]);
  });

  test('single precision finds the optimum too', async () => {
    const backend = watched(kernels, { precondition: () => Promise.resolve(undefined) });
    const [gram, none] = [await train('gram', { backend }), await train('none')];
    expect(gram.converged).toBe(true);
    expect(Math.abs(gram.loss - none.loss)).toBeLessThanOrEqual(1e-8 * none.loss);
  });
});
