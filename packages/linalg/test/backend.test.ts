import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  type Backend,
  type DesignMatrix,
  computeScores,
  createKernelBackend,
  parameterCount,
  referenceBackend,
} from '../src/index.js';
import {
  csr,
  dense,
  slowBinary,
  slowMultinomial,
  slowMultinomialProduct,
  slowScores,
  slowSoftmax,
  storageForms,
} from './dense-reference.js';
import { problems } from './table-problems.js';

/** Relative rounding that sums of a few hundred terms may gather. */
const ROUNDING = 1e-12;

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  const scale = Math.max(1, ...Array.from(expected, Math.abs));
  expect(actual.length).toBe(expected.length);
  const differences = Array.from(expected, (value, i) => Math.abs(actual[i] - value));
  expect(Math.max(...differences)).toBeLessThanOrEqual(ROUNDING * scale);
}

const kernels = createKernelBackend({ threads: 2 });
afterAll(() => kernels.close());

const BACKENDS: [string, Backend][] = [
  ['reference', referenceBackend],
  ['kernels', kernels],
];

describe.each(BACKENDS)('%s against the slow reference, in every form of storage', (name, backend) => {
  test('scores', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ table, withConstant, numbers, classes, constant }) => {
        for (const count of [1, classes]) {
          for (const [, design] of storageForms(table)) {
            const parameters = numbers.slice(0, parameterCount(design, count, constant));
            const task = { design, parameters, classes: count, constant };
            const out = new Float64Array(design.rows * count).fill(NaN);
            await backend.rows.scores(task, out);
            expectClose(out, slowScores(withConstant, parameters, count).flat());
            if (name === 'reference') expect(computeScores(task)).toEqual(out);
          }
        }
      }),
    );
  });

  test('scores of some rows, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ table, numbers, classes, constant, draws }) => {
        const rows = Uint32Array.from(draws.slice(0, 4), (draw) => draw % table.length);
        for (const [, design] of storageForms(table)) {
          const parameters = numbers.slice(0, parameterCount(design, classes, constant));
          const all = new Float64Array(design.rows * classes);
          await backend.rows.scores({ design, parameters, classes, constant }, all);
          const out = new Float64Array(rows.length * classes).fill(NaN);
          await backend.rows.scores({ design, parameters, classes, constant, rows, once: true }, out);
          expect(out).toEqual(
            Float64Array.from(out, (_, at) => all[rows[Math.floor(at / classes)] * classes + (at % classes)]),
          );
        }
      }),
    );
  });

  test('multinomial loss and gradient', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ table, withConstant, numbers, ...rest }) => {
        const { classes, constant, classTargets: targets, weights } = rest;
        for (const [, design] of storageForms(table)) {
          const parameters = numbers.slice(0, parameterCount(design, classes, constant));
          const gradient = new Float64Array(parameters.length).fill(NaN);
          const task = { design, parameters, classes, constant, targets, weights };
          const loss = await backend.logistic.multinomial(task, gradient);
          const expected = slowMultinomial(withConstant, task);
          expectClose([loss, ...gradient], [expected.loss, ...expected.gradient]);
        }
      }),
    );
  });

  test('probabilities of the multinomial model, and products with its Hessian', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ table, withConstant, numbers, ...rest }) => {
        const { classes, constant, classTargets: targets, weights } = rest;
        for (const [, design] of storageForms(table)) {
          const parameters = numbers.slice(0, parameterCount(design, classes, constant));
          const [gradient, plain] = [
            new Float64Array(parameters.length),
            new Float64Array(parameters.length),
          ];
          const probabilities = new Float64Array(design.rows * classes).fill(NaN);
          const task = { design, parameters, classes, constant, targets, weights };
          await backend.logistic.multinomial(task, gradient, probabilities);
          await backend.logistic.multinomial(task, plain);
          expect(gradient).toEqual(plain);
          const expected = slowSoftmax(slowScores(withConstant, parameters, classes));
          expectClose(probabilities, expected.flat());
          const direction = numbers.slice(-parameters.length);
          const product = new Float64Array(parameters.length).fill(NaN);
          const curved = { design, classes, constant, probabilities, weights };
          await backend.logistic.multinomialHessianVectorProduct(curved, direction, product);
          expectClose(product, slowMultinomialProduct(withConstant, expected, direction, weights));
        }
      }),
    );
  });

  test('one-vs-rest losses, gradients and Hessians', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ table, withConstant, numbers, ...rest }) => {
        const { classes, constant, classTargets: targets, weights } = rest;
        const count = Math.min(classes, 3);
        const sides = Array.from({ length: count }, (_, k) => ({
          positive: k,
          positiveWeight: 1 + k,
          negativeWeight: 0.5,
        }));
        for (const [, design] of storageForms(table)) {
          const parameters = numbers.slice(0, parameterCount(design, count, constant));
          const losses = new Float64Array(count).fill(NaN);
          const gradient = new Float64Array(parameters.length).fill(NaN);
          const curvatures = sides.map(() => new Float64Array(design.rows).fill(NaN));
          const task = { design, parameters, constant, targets, weights, problems: sides };
          await backend.logistic.oneVsRest(task, { losses, gradient, curvatures });
          const directions = numbers.slice(-parameters.length);
          const products = new Float64Array(parameters.length);
          await backend.logistic.hessianVectorProducts(
            { design, curvatures, constant },
            directions,
            products,
          );
          for (const [k, side] of sides.entries()) {
            const own = (values: Float64Array): Float64Array => values.filter((_, j) => j % count === k);
            const signs = Float64Array.from(targets, (code) => (code === k ? 1 : -1));
            const counts = Float64Array.from(
              signs,
              (sign, i) => (weights?.[i] ?? 1) * (sign > 0 ? side.positiveWeight : side.negativeWeight),
            );
            const expected = slowBinary(withConstant, own(parameters), signs, counts);
            expectClose([losses[k], ...own(gradient)], [expected.loss, ...expected.gradient]);
            expectClose(curvatures[k], expected.curvatures);
            const direction = own(directions);
            expectClose(
              own(products),
              expected.hessian.map((row) => row.reduce((sum, h, j) => sum + h * direction[j], 0)),
            );
          }
        }
      }),
    );
  });

  test('a preconditioner solves with the mean of the rows’ squares, with what is added to its diagonal', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ table, withConstant, numbers, classes, constant, draws }) => {
        const rows = Uint32Array.from(draws, (draw) => draw % table.length);
        for (const [, design] of storageForms(table)) {
          const [scale, share, shift] = [0.1, 0.01, 0.5];
          const made = await backend.factors.precondition({ design, constant, rows, scale, share, shift });
          expect(made).toBeDefined();
          const x = Float64Array.from(
            numbers.slice(0, parameterCount(design, classes, constant)),
            (v) => 50 * v,
          );
          const size = x.length / classes;
          const M = Array.from({ length: size }, (_, i) =>
            Array.from(
              { length: size },
              (_, j) =>
                rows.reduce((sum, r) => sum + withConstant[r][i] * withConstant[r][j], 0) *
                (scale / rows.length),
            ),
          );
          // The constant feature gets neither mean nor shift.
          const units = unitsOf(name, design, table);
          const mean = units.reduce((sum, unit, j) => sum + M[j][j] / unit ** 2, 0) / units.length;
          for (let j = 0; j < size; j++) {
            if (j < units.length) M[j][j] += share * mean * units[j] ** 2 + shift;
            M[j][j] *= 1 + share;
          }
          const b = x.map((_, at) =>
            M[Math.floor(at / classes)].reduce((sum, m, j) => sum + m * x[j * classes + (at % classes)], 0),
          );
          const solved = b.slice();
          made?.solve(solved, classes);
          made?.release();
          const largest = Math.max(1, ...x.map(Math.abs));
          const most = name === 'reference' ? 1e-9 : 0.05;
          solved.forEach((value, i) => expect(Math.abs(value - x[i])).toBeLessThan(most * largest));
        }
      }),
    );
  });
});

/** What each column is divided by before a preconditioner is made: its largest cell, but for bytes in the kernels. */
function unitsOf(name: string, design: DesignMatrix, table: readonly (readonly number[])[]): number[] {
  const values = design.kind === 'csr' ? design.values : design.data;
  if (name === 'kernels' && values instanceof Uint8Array) return table[0].map(() => 1);
  return table[0].map((_, j) => table.reduce((most, row) => Math.max(most, Math.abs(row[j])), 0) || 1);
}

/** Class 1 against the rest. */
const BINARY = [{ positive: 1, positiveWeight: 1, negativeWeight: 1 }];

/** Enough rows for many blocks, of which the last is not full. */
const LONG = Array.from({ length: 20_000 }, (_, i) =>
  Array.from({ length: 12 }, (_, j) => ((i * 7 + j * 13) % 5 === 0 ? (i + j) % 256 : 0)),
);

describe.each(BACKENDS)('%s', (_name, backend) => {
  const targets = Int32Array.from(LONG, (_, i) => i % 10);
  const parameters = Float64Array.from({ length: 130 }, (_, i) => ((i % 17) - 8) / 1000);
  const task = { parameters, targets, classes: 10, constant: 1 };

  test('gives the same bits for one matrix of many blocks every time, dense or CSR, doubles or bytes alike', async () => {
    const results: Float64Array[] = [];
    for (const [, design] of [...storageForms(LONG), ...storageForms(LONG)]) {
      const gradient = new Float64Array(130);
      await backend.logistic.multinomial({ ...task, design }, gradient);
      results.push(gradient);
    }
    const [denseDoubles, denseBytes, csrDoubles, csrBytes, ...again] = results;
    expect(denseBytes).toEqual(denseDoubles);
    expect(csrBytes).toEqual(csrDoubles);
    expect(again).toEqual(results.slice(0, 4));
    expectClose(csrBytes, denseBytes);
    expectClose(
      csrBytes,
      slowMultinomial(
        LONG.map((row) => [...row, 1]),
        task,
      ).gradient,
    );
  });

  test('a constant feature is a column of its value', async () => {
    const rows = LONG.slice(0, 50);
    const withColumn = dense(
      rows.map((row) => [...row, 3]),
      Float64Array,
    );
    const codes = Int32Array.from(rows, (_, i) => (i % 3 === 0 ? 1 : 0));
    const [gradient, other] = [new Float64Array(13), new Float64Array(13)];
    const [loss, implicit] = [new Float64Array(1), new Float64Array(1)];
    const shared = { parameters: parameters.slice(0, 13), targets: codes, problems: BINARY };
    await backend.logistic.oneVsRest(
      { ...shared, design: withColumn, constant: 0 },
      { losses: loss, gradient },
    );
    await backend.logistic.oneVsRest(
      { ...shared, design: csr(rows, Uint8Array), constant: 3 },
      { losses: implicit, gradient: other },
    );
    expectClose([...implicit, ...other], [...loss, ...gradient]);
  });

  test('a product with the multinomial Hessian is the difference of gradients', async () => {
    const design = csr(LONG, Uint8Array);
    const weights = Float64Array.from(LONG, (_, i) => (i % 4) / 2);
    const direction = Float64Array.from({ length: 130 }, (_, i) => ((i % 11) - 5) / 100);
    const gradientAt = async (step: number): Promise<Float64Array> => {
      const gradient = new Float64Array(130);
      const moved = parameters.map((value, i) => value + step * direction[i]);
      await backend.logistic.multinomial({ ...task, design, weights, parameters: moved }, gradient);
      return gradient;
    };
    const probabilities = new Float64Array(LONG.length * 10);
    await backend.logistic.multinomial({ ...task, design, weights }, new Float64Array(130), probabilities);
    const step = 1e-4;
    const [ahead, behind] = [await gradientAt(step), await gradientAt(-step)];
    const expected = ahead.map((value, i) => (value - behind[i]) / (2 * step));
    const curved = { design, classes: 10, constant: 1, probabilities, weights };
    const size = Math.max(...expected.map(Math.abs));
    for (const [precision, most] of [['double', 1e-6] as const, ['single', 1e-5] as const]) {
      const product = new Float64Array(130);
      await backend.logistic.multinomialHessianVectorProduct({ ...curved, precision }, direction, product);
      product.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(most * size));
    }
  });

  test('two classes of the multinomial model are the binary model of their difference', async () => {
    const rows = LONG.slice(0, 50);
    const design = csr(rows, Float64Array);
    const both = Float64Array.from({ length: 26 }, (_, i) => ((i % 7) - 3) / 500);
    const difference = Float64Array.from({ length: 13 }, (_, j) => both[2 * j + 1] - both[2 * j]);
    const codes = Int32Array.from(rows, (_, i) => i % 2);
    const [multinomial, binary] = [new Float64Array(26), new Float64Array(13)];
    const loss = await backend.logistic.multinomial(
      { design, parameters: both, classes: 2, constant: 1, targets: codes },
      multinomial,
    );
    const losses = new Float64Array(1);
    await backend.logistic.oneVsRest(
      { design, parameters: difference, constant: 1, targets: codes, problems: BINARY },
      { losses, gradient: binary },
    );
    expectClose([loss], losses);
    expectClose(
      binary,
      binary.map((_, j) => multinomial[2 * j + 1]),
    );
    expectClose(
      binary,
      binary.map((_, j) => -multinomial[2 * j]),
    );
  });

  test('does not overflow, and keeps the digits of tiny probabilities', async () => {
    const design = dense([[1], [1]], Float64Array);
    const targets = Int32Array.of(0, 1);
    const gradient = new Float64Array(3);
    const huge = { design, parameters: Float64Array.of(1e6, 0, -1e6), classes: 3, constant: 0, targets };
    await expect(backend.logistic.multinomial(huge, gradient)).resolves.toBe(1e6);
    expect(gradient).toEqual(Float64Array.of(1, -1, 0));

    const curvatures = [new Float64Array(2)];
    const codes = Int32Array.of(1, 0);
    const steep = { design, parameters: Float64Array.of(700), constant: 0, targets: codes, problems: BINARY };
    const [slope, losses] = [new Float64Array(1), new Float64Array(1)];
    await backend.logistic.oneVsRest(steep, { losses, gradient: slope, curvatures });
    expect(losses[0]).toBe(700);
    expect(slope[0]).toBe(1);
    expect(curvatures[0][0]).toBeCloseTo(Math.exp(-700), 310);
    expect(curvatures[0][0]).toBeGreaterThan(0);
  });

  test('lets the event loop turn, and stops when cancelled', async () => {
    const design = csr(LONG, Uint8Array);
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    for (let i = 0; i < 20; i++)
      await backend.logistic.multinomial({ ...task, design }, new Float64Array(130));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);

    const abort = new AbortController();
    const running = (async () => {
      for (;;) {
        await backend.logistic.multinomial({ ...task, design, signal: abort.signal }, new Float64Array(130));
      }
    })();
    setTimeout(() => abort.abort(new Error('enough')), 5);
    await expect(running).rejects.toThrow('enough');
  });
});
