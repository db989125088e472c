import { describe, expect, test } from '@jest/globals';
import { type DesignMatrix, referenceBackend as backend, toDesignMatrix } from '@tenfold/linalg';
import fc from 'fast-check';

import { binaryLogisticObjective, lbfgs, multinomialObjective, type Objective } from '../src/index.js';

const owner = 'test';

/** A small problem of whole-number features, some rows weighing nothing. */
const problems = fc
  .record({ rows: fc.integer({ min: 3, max: 10 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      table: fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      draws: fc.array(fc.nat(11), { minLength: rows, maxLength: rows }),
      weighted: fc.boolean(),
      fitIntercept: fc.boolean(),
      l2: fc.constantFrom(0, 0.1, 2),
      at: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 30, maxLength: 30 }),
    }),
  )
  .map(({ table, draws, weighted, at, ...rest }) => ({
    ...rest,
    design: toDesignMatrix(table, { owner }),
    codes: Int32Array.from(draws, (draw) => draw % 4),
    signs: Float64Array.from(draws, (draw) => (draw % 2 === 0 ? 1 : -1)),
    weights: weighted ? Float64Array.from(draws, (draw, i) => (i === 0 ? 1 : draw)) : undefined,
    at: Float64Array.from(at),
  }));

/** The gradient by central differences. */
async function differences(objective: Objective, at: Float64Array): Promise<Float64Array> {
  const step = 1e-5;
  const scratch = new Float64Array(at.length);
  const gradient = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) {
    const [up, down] = [at.slice(), at.slice()];
    up[i] += step;
    down[i] -= step;
    const rise = (await objective.evaluate(up, scratch)) - (await objective.evaluate(down, scratch));
    gradient[i] = rise / (2 * step);
  }
  return gradient;
}

async function expectTrueGradient(objective: Objective, at: Float64Array): Promise<void> {
  const gradient = new Float64Array(objective.size).fill(NaN);
  await objective.evaluate(at, gradient);
  const expected = await differences(objective, at);
  gradient.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(1e-7));
}

describe('binaryLogisticObjective', () => {
  test('has the gradient that differences show', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ design, signs: targets, weights, l2, fitIntercept, at }) => {
        const problem = { design, targets, weights, l2, fitIntercept, backend };
        const objective = binaryLogisticObjective(problem);
        const { size } = objective;
        expect(size).toBe(design.columns + (fitIntercept ? 1 : 0));
        await expectTrueGradient(objective, at.slice(0, size));
      }),
    );
  });

  test('is the mean loss: log 2 at the origin, whatever the weights', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ design, signs: targets, weights, l2, fitIntercept }) => {
        const objective = binaryLogisticObjective({ design, targets, weights, l2, fitIntercept, backend });
        const gradient = new Float64Array(objective.size);
        const loss = await objective.evaluate(new Float64Array(objective.size), gradient);
        expect(loss).toBeCloseTo(Math.LN2, 12);
      }),
    );
  });
});

describe('multinomialObjective', () => {
  test('has the gradient that differences show', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ design, codes: targets, weights, l2, fitIntercept, at }) => {
        const problem = { design, targets, classes: 4, weights, l2, fitIntercept, backend };
        const objective = multinomialObjective(problem);
        expect(objective.size).toBe(4 * (design.columns + (fitIntercept ? 1 : 0)));
        await expectTrueGradient(objective, at.slice(0, objective.size));
      }),
    );
  });

  test('without the penalty, its gradient over all classes is zero', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ design, codes: targets, weights, at }) => {
        const problem = { design, targets, classes: 4, weights, l2: 0, fitIntercept: true, backend };
        const objective = multinomialObjective(problem);
        const gradient = new Float64Array(objective.size);
        await objective.evaluate(at.slice(0, objective.size), gradient);
        for (let j = 0; j <= design.columns; j++) {
          const sum = gradient.subarray(4 * j, 4 * j + 4).reduce((total, value) => total + value, 0);
          expect(sum).toBeCloseTo(0, 12);
        }
      }),
    );
  });

  test('a row of weight 2 counts as the row twice', async () => {
    const once: DesignMatrix = toDesignMatrix(
      [
        [1, 2],
        [3, -1],
        [0, 1],
      ],
      { owner },
    );
    const twice: DesignMatrix = toDesignMatrix(
      [
        [1, 2],
        [3, -1],
        [3, -1],
        [0, 1],
      ],
      { owner },
    );
    const shared = { classes: 3, l2: 0.5, fitIntercept: true, backend };
    const weighted = multinomialObjective({
      ...shared,
      design: once,
      targets: Int32Array.of(0, 1, 2),
      weights: Float64Array.of(1, 2, 1),
    });
    const repeated = multinomialObjective({
      ...shared,
      design: twice,
      targets: Int32Array.of(0, 1, 1, 2),
    });
    const at = Float64Array.from({ length: 9 }, (_, i) => i / 10);
    const [a, b] = [new Float64Array(9), new Float64Array(9)];
    const loss = await weighted.evaluate(at, a);
    await expect(repeated.evaluate(at, b)).resolves.toBeCloseTo(loss, 12);
    a.forEach((value, i) => expect(value).toBeCloseTo(b[i], 12));
  });
});

describe('lbfgs on an objective', () => {
  test('gives the event loop its turn and can be cancelled in the middle', async () => {
    const table = Array.from({ length: 4000 }, (_, i) =>
      Float64Array.from({ length: 60 }, (_, j) => Math.sin(i * j)),
    );
    const abort = new AbortController();
    const objective = multinomialObjective({
      design: toDesignMatrix(table, { owner }),
      targets: Int32Array.from(table, (_, i) => i % 10),
      classes: 10,
      l2: 1e-6,
      fitIntercept: true,
      backend,
      signal: abort.signal,
    });
    setTimeout(() => abort.abort(new Error('enough')), 30);
    const run = lbfgs(objective, new Float64Array(objective.size), {
      maxIter: 10_000,
      tol: 0,
      ftol: 0,
      signal: abort.signal,
    });
    await expect(run).rejects.toThrow('enough');
  });
});
