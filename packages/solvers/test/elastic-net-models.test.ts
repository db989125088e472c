import { describe, expect, test } from '@jest/globals';
import { referenceBackend, toDesignMatrix } from '@tenfold/linalg';
import { RandomState } from '@tenfold/random';

import { trainElasticNet, trainMultinomialElasticNet } from '../src/index.js';
import { ColumnModel } from '../src/elastic-net/column-model.js';
import { GramModel } from '../src/elastic-net/gram-model.js';
import { MultinomialColumns } from '../src/elastic-net/multinomial-columns.js';
import { multinomialHessian } from '../src/elastic-net/multinomial-hessian.js';
import { weightedGram } from '../src/elastic-net/weighted-gram.js';
import { workingColumns, workingRows } from '../src/elastic-net/working-rows.js';
import type { QuadraticModel } from '../src/elastic-net/smooth-loss.js';

const ROWS = 40;
const COLUMNS = 6;
const CLASSES = 3;

const random = new RandomState(4);
const X = Array.from({ length: ROWS }, () =>
  Array.from({ length: COLUMNS }, () => (random.random() < 0.4 ? 0 : random.standardNormal())),
);
const storages = ['dense', 'csr'] as const;
const uniform = (length: number): Float64Array => Float64Array.from({ length }, () => random.random());

/** Both models, after the same moves. */
function expectAlike(one: QuadraticModel, other: QuadraticModel, size: number): void {
  for (const [k, step] of [
    [0, 0.5],
    [size - 1, -2],
    [0, 1],
    [Math.floor(size / 2), 3],
  ]) {
    one.move(k, step);
    other.move(k, step);
  }
  for (let k = 0; k < size; k++) {
    expect(one.slope(k)).toBeCloseTo(other.slope(k), 10);
    expect(one.diagonal[k]).toBeCloseTo(other.diagonal[k], 10);
  }
}

describe.each(storages)('quadratic models of %s rows', (storage) => {
  const design = toDesignMatrix(X, { owner: 'test', storage: storage === 'dense' ? 'dense' : 'given' });

  test('of a binary loss are alike with the Hessian and with columns', async () => {
    const chosen = Uint32Array.of(0, 2, 3, COLUMNS);
    const curvatures = uniform(ROWS);
    const slopes = uniform(chosen.length);
    const task = { design, constant: 2, classes: 1, chosen, curvatures, signal: undefined };
    const gram = new GramModel(await weightedGram({ ...task, exact: true }), slopes);
    const columns = workingColumns(await workingRows(task), chosen.length);
    expectAlike(gram, new ColumnModel(columns, curvatures, slopes), chosen.length);
  });

  test('of a softmax loss are alike with the Hessian and with columns', async () => {
    const chosen = Uint32Array.of(0, 1, 2, 4, 9, 11, 15);
    const weights = uniform(ROWS);
    const shares = Float64Array.from({ length: ROWS * CLASSES }, () => 0.1 + random.random());
    for (let i = 0; i < ROWS; i++) {
      const own = shares.subarray(i * CLASSES, (i + 1) * CLASSES);
      const sum = own.reduce((total, share) => total + share, 0);
      own.forEach((share, k) => (own[k] = share / sum));
    }
    const slopes = uniform(chosen.length);
    const task = { design, constant: 0, classes: CLASSES, weights, shares, chosen, signal: undefined };
    const gram = new GramModel(await multinomialHessian(task), slopes);
    expectAlike(gram, await MultinomialColumns.of(task, slopes), chosen.length);
  });
});

describe('more columns than a Hessian is formed of', () => {
  const wide = Array.from({ length: 12 }, () =>
    Array.from({ length: 1600 }, () => Math.round(3 * random.standardNormal())),
  );
  const design = toDesignMatrix(wide, { owner: 'test', storage: 'dense' });
  const targets = Int32Array.from(wide, (_, i) => i % 3);
  const common = { design, targets, fitIntercept: true, tol: 1e-7, maxIter: 200, backend: referenceBackend };
  const strengths = { l1: 1e-9, l2: 0.01 };

  test('the optimum of a binary problem is found', async () => {
    const problems = [{ positive: 1, positiveWeight: 1, negativeWeight: 1, ...strengths }];
    const [result] = await trainElasticNet({ ...common, problems });
    expect(result.x.filter((value) => value !== 0).length).toBeGreaterThan(1450);
    expect(result.converged).toBe(true);
    expect(result.certificate).toBeLessThan(1e-6);
  });

  test('the optimum of a softmax problem is found', async () => {
    const result = await trainMultinomialElasticNet({ ...common, classes: 3, ...strengths });
    expect(result.x.filter((value) => value !== 0).length).toBeGreaterThan(1450);
    expect(result.converged).toBe(true);
    expect(result.certificate).toBeLessThan(1e-6);
  });
});
