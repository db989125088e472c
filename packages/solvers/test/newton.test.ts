import { describe, expect, test } from '@jest/globals';
import { kernelBackend, referenceBackend, toDesignMatrix } from '@tenfold/linalg';
import { RandomState } from '@tenfold/random';
import fc from 'fast-check';

import { ZeroSumBasis } from '../src/hessians/zero-sum-basis.js';
import {
  HessianMemoryError,
  multinomialObjective,
  newtonCgBinary,
  newtonCgMultinomial,
  newtonCholeskyBinary,
  newtonCholeskyMultinomial,
} from '../src/index.js';
import { watched } from './watched-backend.js';

const MULTINOMIAL = { newtonCgMultinomial, newtonCholeskyMultinomial };
const BINARY = { newtonCgBinary, newtonCholeskyBinary };

/** Rows around the centres of their classes, mixed well enough for a finite optimum. */
function rowsOf(seed: number, count: number, columns: number, classes: number) {
  const random = new RandomState(seed);
  const draw = () => random.standardNormal();
  const centres = Array.from({ length: classes }, () => Array.from({ length: columns }, draw));
  const targets = Int32Array.from({ length: count }, (_, i) =>
    i < classes ? i : Math.floor(classes * random.random()),
  );
  const table = Array.from(targets, (k) => centres[k].map((centre) => centre / 2 + draw()));
  const weights = Float64Array.from(targets, () => 0.5 + random.random());
  return { table, targets, weights, classes };
}

/** The largest entry of the gradient, by central differences of the objective. */
async function slopeByDifferences(
  objective: ReturnType<typeof multinomialObjective>,
  x: Float64Array,
): Promise<number> {
  const unused = new Float64Array(x.length);
  let most = 0;
  for (let j = 0; j < x.length; j++) {
    const at = (step: number) =>
      objective.evaluate(
        x.map((value, i) => (i === j ? value + step : value)),
        unused,
      );
    most = Math.max(most, Math.abs((await at(1e-4)) - (await at(-1e-4))) / 2e-4);
  }
  return most;
}

const shapes = fc.record({
  seed: fc.nat(1000),
  rows: fc.integer({ min: 5, max: 30 }),
  columns: fc.integer({ min: 1, max: 12 }),
  classes: fc.integer({ min: 2, max: 5 }),
  fitIntercept: fc.boolean(),
  weighted: fc.boolean(),
  preconditioner: fc.constantFrom('auto' as const, 'none' as const, 'gram' as const),
});

describe.each(Object.entries(MULTINOMIAL))('%s', (_name, train) => {
  test('ends where all slopes are 0, whatever the shape of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        shapes,
        async ({ seed, rows, columns, classes, fitIntercept, weighted, preconditioner }) => {
          const { table, targets, weights } = rowsOf(seed, rows, columns, classes);
          const problem = {
            design: toDesignMatrix(table, { owner: 'test' }),
            targets,
            classes,
            weights: weighted ? weights : undefined,
            l2: 0.05,
            fitIntercept,
            backend: referenceBackend,
          };
          const result = await train({ ...problem, tol: 1e-9, preconditioner });
          expect(result.converged).toBe(true);
          expect(await slopeByDifferences(multinomialObjective(problem), result.x)).toBeLessThan(1e-7);
          expect(result.certificate).toBeLessThan(1e-7);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a weight of 2 is a row twice, and columns may come in any order', async () => {
    const { table, targets, classes } = rowsOf(3, 40, 4, 3);
    const common = { classes, l2: 0.02, fitIntercept: true, backend: kernelBackend(), tol: 1e-11 };
    const design = (rows: number[][]) => toDesignMatrix(rows, { owner: 'test' });
    const weights = Float64Array.from(targets, (_, i) => 1 + (i % 2));
    const twice = table.flatMap((row, i) => (i % 2 === 1 ? [row, row] : [row]));
    const codes = Int32Array.from([...targets].flatMap((k, i) => (i % 2 === 1 ? [k, k] : [k])));
    const weighted = await train({ ...common, design: design(table), targets, weights });
    const repeated = await train({ ...common, design: design(twice), targets: codes });
    const reversed = await train({
      ...common,
      design: design(table.map((row) => row.toReversed())),
      targets,
      weights,
    });
    weighted.x.forEach((value, at) => expect(repeated.x[at]).toBeCloseTo(value, 8));
    for (let j = 0; j < 4; j++) {
      for (let k = 0; k < classes; k++) {
        expect(reversed.x[(3 - j) * classes + k]).toBeCloseTo(weighted.x[j * classes + k], 8);
      }
    }
  });

  test('columns that say the same share what one would have', async () => {
    const { table, targets, classes } = rowsOf(5, 60, 2, 3);
    const common = { targets, classes, l2: 0, fitIntercept: true, backend: kernelBackend(), tol: 1e-10 };
    const alone = await train({ ...common, design: toDesignMatrix(table, { owner: 'test' }) });
    const doubled = table.map(([a, b]) => [a, b, a]);
    const result = await train({ ...common, design: toDesignMatrix(doubled, { owner: 'test' }) });
    expect(result.converged).toBe(true);
    expect(result.loss).toBeCloseTo(alone.loss, 10);
    for (let k = 0; k < classes; k++)
      expect(result.x[k] + result.x[2 * classes + k]).toBeCloseTo(alone.x[k], 6);
  });

  test('needs few steps and evaluations, and as many whatever the scales of the columns', async () => {
    const { table, targets, classes } = rowsOf(7, 200, 6, 4);
    const scales = [1e-6, 1e-3, 1, 10, 1e4, 1e6];
    const scaled = table.map((row) => row.map((x, j) => x * scales[j]));
    for (const rows of [table, scaled]) {
      const backend = watched(kernelBackend());
      const design = toDesignMatrix(rows, { owner: 'test' });
      const result = await train({
        design,
        targets,
        classes,
        l2: 0,
        fitIntercept: true,
        backend,
        tol: 1e-12,
      });
      expect(result.converged).toBe(true);
      expect(result.nIter).toBeLessThan(15);
      expect(backend.count('multinomial')).toBeLessThan(40);
      expect(backend.count('products')).toBeLessThan(120);
      expect(backend.count('hessian')).toBeLessThan(15);
    }
  });

  test('stops where it stands when onIteration says so, and rejects with the signal’s reason', async () => {
    const { table, targets, classes } = rowsOf(9, 50, 3, 3);
    const design = toDesignMatrix(table, { owner: 'test' });
    const common = {
      design,
      targets,
      classes,
      l2: 0.01,
      fitIntercept: true,
      backend: kernelBackend(),
      tol: 0,
    };
    const stopped = await train({ ...common, onIteration: ({ iteration }) => iteration < 2 });
    expect(stopped).toMatchObject({ nIter: 2, converged: false, message: 'stopped by onIteration' });
    const once = await train({ ...common, maxIter: 1 });
    expect(once).toMatchObject({ nIter: 1, converged: false, message: 'reached maxIter iterations' });
    const abort = new AbortController();
    const running = train({
      ...common,
      signal: abort.signal,
      onIteration: () => abort.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
  });

  test('rows that are beyond the squares of doubles end at no worse a point than L-BFGS', async () => {
    const design = toDesignMatrix([[1e200], [-1e200], [2e200], [-3e200]], { owner: 'test' });
    const targets = Int32Array.of(0, 1, 0, 2);
    const result = await train({
      design,
      targets,
      classes: 3,
      l2: 1,
      fitIntercept: true,
      backend: referenceBackend,
    });
    expect(Number.isFinite(result.loss)).toBe(true);
    expect(result.loss).toBeLessThanOrEqual(Math.log(3));
  });
});

describe.each(Object.entries(BINARY))('%s', (_name, train) => {
  const { table, targets } = rowsOf(11, 80, 3, 3);
  const design = toDesignMatrix(table, { owner: 'test' });
  const problems = [0, 1, 2].map((positive) => ({
    positive,
    positiveWeight: 1,
    negativeWeight: 1,
    l2: 0.01,
  }));

  test('solves problems side by side as each alone', async () => {
    const common = { design, targets, fitIntercept: true, backend: kernelBackend(), tol: 1e-10 };
    const together = await train({ ...common, problems });
    for (const [k, problem] of problems.entries()) {
      const [alone] = await train({ ...common, problems: [problem] });
      expect(together[k].converged).toBe(true);
      together[k].x.forEach((value, j) => expect(alone.x[j]).toBeCloseTo(value, 9));
    }
  });

  test('classes that can be separated have no optimum without a penalty, which is said', async () => {
    const separable = toDesignMatrix([[1], [2], [3], [4]], { owner: 'test' });
    const codes = Int32Array.of(0, 0, 1, 1);
    const [problem] = [{ positive: 1, positiveWeight: 1, negativeWeight: 1, l2: 0 }];
    for (const tol of [1e-4, 1e-12, 0]) {
      const [result] = await train({
        design: separable,
        targets: codes,
        problems: [problem],
        fitIntercept: true,
        backend: kernelBackend(),
        tol,
      });
      expect(result.converged).toBe(false);
      expect(result.x.every((value) => Number.isFinite(value))).toBe(true);
    }
  });
});

test('a Hessian of more than 1 GiB is refused with what to use, before it is made', async () => {
  const columns = 4000;
  const row = { kind: 'csr', rows: 3, columns, values: Float64Array.of(1, 1, 1) } as const;
  const design = { ...row, columnIndices: Uint32Array.of(0, 1, 2), rowPointers: Uint32Array.of(0, 1, 2, 3) };
  const backend = watched(referenceBackend);
  const targets = Int32Array.of(0, 1, 2);
  const multinomial = newtonCholeskyMultinomial({
    design,
    targets,
    classes: 3,
    l2: 1,
    fitIntercept: false,
    backend,
  });
  await expect(multinomial).rejects.toBeInstanceOf(HessianMemoryError);
  await expect(multinomial).rejects.toMatchObject({
    columns,
    functions: 3,
    bytes: 8 * 12_000 ** 2,
    limit: 2 ** 30,
  });
  await expect(multinomial).rejects.toThrow('use newton-cg or lbfgs');
  expect(backend.calls).toHaveLength(0);
});

test('the basis of vectors that sum to zero is orthonormal, and curvatures in it are those of the classes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 7 }), fc.nat(100), (classes, seed) => {
      const random = new RandomState(seed);
      const basis = new ZeroSumBasis(classes);
      const vectors = Array.from({ length: classes - 1 }, (_, a) => {
        const out = new Float64Array(classes);
        basis.vectors(
          Float64Array.from({ length: classes - 1 }, (__, b) => (a === b ? 1 : 0)),
          out,
        );
        return out;
      });
      const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, k) => sum + value * b[k], 0);
      const shares = Float64Array.from({ length: classes }, () => 0.1 + random.random());
      const total = shares.reduce((sum, share) => sum + share, 0);
      const p = shares.map((share) => share / total);
      const rows = { probabilities: p, coordinates: basis.coordinates(p), weights: undefined };
      vectors.forEach((v, a) => {
        expect(v.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
        expect(basis.coordinates(v)[a]).toBeCloseTo(1, 12);
        vectors.slice(0, a + 1).forEach((w, b) => {
          expect(dot(v, w)).toBeCloseTo(a === b ? 1 : 0, 12);
          const found = new Float64Array(1);
          basis.curvatures(rows, a, b, found);
          const expected =
            dot(
              v.map((value, k) => value * p[k]),
              w,
            ) -
            dot(v, p) * dot(w, p);
          expect(found[0]).toBeCloseTo(expected, 12);
        });
      });
    }),
  );
});
