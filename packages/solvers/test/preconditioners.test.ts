import { afterAll, describe, expect, test } from '@jest/globals';
import {
  addScaledRow,
  type Backend,
  createKernelBackend,
  type DesignMatrix,
  type PreconditionTask,
  referenceBackend,
  toDesignMatrix,
} from '@tenfold/linalg';
import { RandomState } from '@tenfold/random';

import { type ClassBlocksTask, classPreconditioner, gramPreconditioner } from '../src/index.js';
import { bytesKept } from './bytes-kept.js';
import { strokes } from './strokes.js';
import { watched } from './watched-backend.js';

const kernels = createKernelBackend();
afterAll(() => kernels.close());

const backends: [string, Backend][] = [
  ['kernels', kernels],
  ['reference', referenceBackend],
];

type Square = Float64Array[];

/** Σ d_i·x_i·x_i' with the constant feature last, plainly. */
function curvatureMatrix(design: DesignMatrix, constant: number, curvatures: ArrayLike<number>): Square {
  const size = design.columns + (constant === 0 ? 0 : 1);
  const sum = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < design.rows; i++) {
    const row = new Float64Array(size);
    addScaledRow(design, i, 1, row);
    if (constant !== 0) row[size - 1] = constant;
    sum.forEach((cells, j) => cells.forEach((_, k) => (cells[k] += curvatures[i] * row[j] * row[k])));
  }
  return sum;
}

/**
 * Adds `shift` to the diagonal of the columns, and `share` of the mean of the columns divided by their largest cells (cells
 * of the images go up to 1, nearly); then everywhere `share` of what is there.
 */
function shifted(square: Square, share: number, shift: number, design: DesignMatrix): Square {
  const { columns } = design;
  const largest = new Float64Array(columns);
  for (let i = 0; i < design.rows; i++) {
    const row = new Float64Array(columns);
    addScaledRow(design, i, 1, row);
    row.forEach((value, j) => (largest[j] = Math.max(largest[j], Math.abs(value))));
  }
  const units = largest.map((value) => value || 1);
  const mean = units.reduce((sum, unit, j) => sum + square[j][j] / unit ** 2, 0) / columns;
  return square.map((row, j) =>
    row.map((value, k) => {
      if (j !== k) return value;
      return (1 + share) * (value + (j < columns ? share * mean * units[j] ** 2 + shift : 0));
    }),
  );
}

/** Solves by elimination. */
function solved(square: Square, b: Float64Array): Float64Array {
  const [rows, x] = [square.map((row) => row.slice()), b.slice()];
  for (let j = 0; j < x.length; j++) {
    for (let i = 0; i < x.length; i++) {
      if (i === j) continue;
      const factor = rows[i][j] / rows[j][j];
      for (let k = j; k < x.length; k++) rows[i][k] -= factor * rows[j][k];
      x[i] -= factor * x[j];
    }
  }
  return x.map((value, j) => value / rows[j][j]);
}

/** Makes the numbers of all classes at a place sum to 0. */
function zeroSum(each: Float64Array[]): Float64Array[] {
  const mean = each[0].map((_, j) => each.reduce((sum, own) => sum + own[j], 0) / each.length);
  return each.map((own) => own.map((value, j) => value - mean[j]));
}

const times = (square: Square, x: Float64Array): Float64Array =>
  Float64Array.from(square, (row) => row.reduce((sum, value, k) => sum + value * x[k], 0));

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, j) => sum + value * b[j], 0);
const norm = (a: Float64Array): number => Math.sqrt(dot(a, a));

function randomVector(length: number, seed: number): Float64Array {
  const random = new RandomState(seed);
  return Float64Array.from({ length }, () => random.standardNormal());
}

/** ‖M·x - b‖ as a share of ‖b‖. */
const residual = (square: Square, x: Float64Array, b: Float64Array): number =>
  norm(times(square, x).map((value, j) => value - b[j])) / norm(b);

/** Every K-th of the numbers, from k on: one class's of parameters. */
const ofClass = (vectors: Float64Array, k: number, classes: number): Float64Array =>
  Float64Array.from({ length: vectors.length / classes }, (_, j) => vectors[j * classes + k]);

const CLASSES = 5;
const images = strokes({ rows: 400, side: 8, classes: CLASSES });

describe.each(backends)('the Gram preconditioner on %s', (_name, backend) => {
  test.each([0, 1, 2.5])(
    'solves with 0.07·scale·mean(x·xᵀ) + l2·I, a share of 0.005 added to the diagonal, constant %p',
    async (constant) => {
      const { design } = images;
      const [scale, l2] = [3, 0.01];
      const gram = await gramPreconditioner({ design, constant, backend, scale, l2 });
      const each = new Float64Array(design.rows).fill((0.07 * scale) / design.rows);
      const exact = shifted(curvatureMatrix(design, constant, each), 0.005, l2, design);
      const b = randomVector(exact.length * CLASSES, 1);
      const x = b.slice();
      gram?.solve(x, CLASSES);
      for (let k = 0; k < CLASSES; k++) {
        expect(residual(exact, ofClass(x, k, CLASSES), ofClass(b, k, CLASSES))).toBeLessThan(1e-4);
      }
      gram?.release();
    },
  );

  test('looks at all rows up to 12,000, and at that many evenly spaced ones of more', async () => {
    const asked: PreconditionTask[] = [];
    const watch = watched(backend, {
      precondition: (task) => {
        asked.push(task);
        return backend.factors.precondition(task);
      },
    });
    const ask = async (rows: number): Promise<Uint32Array | undefined> => {
      const table = Array.from({ length: rows }, (_, i) => [Math.sin(i), Math.cos(3 * i)]);
      const design = toDesignMatrix(table, { owner: 'test' });
      const made = await gramPreconditioner({ design, constant: 1, backend: watch, scale: 1, l2: 1 });
      made?.release();
      return asked.at(-1)?.rows;
    };
    expect(await ask(12_000)).toBeUndefined();
    const drawn = await ask(30_000);
    expect(drawn).toHaveLength(12_000);
    expect(drawn?.[0]).toBe(0);
    const gaps = new Set(drawn?.slice(1).map((row, i) => row - drawn[i]));
    expect([...gaps].sort()).toEqual([2, 3]);
    expect(30_000 - (drawn?.at(-1) ?? 0)).toBeLessThanOrEqual(3);
  });
});

test('the Gram preconditioner is given up by its signal', async () => {
  const { design } = images;
  const signal = AbortSignal.abort(new Error('stop'));
  const used = kernels.bytesUsed;
  const made = gramPreconditioner({ design, constant: 1, backend: kernels, scale: 1, l2: 1, signal });
  await expect(made).rejects.toThrow('stop');
  kernels.rows.release(design);
  expect(kernels.bytesUsed).toBeLessThanOrEqual(used);
});

test('there is none of too many columns', async () => {
  const design = toDesignMatrix([new Float64Array(6001).fill(1)], { owner: 'test' });
  const kept = await bytesKept(design, async (backend) => {
    const made = await gramPreconditioner({ design, constant: 1, backend, scale: 1, l2: 1 });
    expect(made).toBeUndefined();
  });
  expect(kept).toBe(0);
});

test('the Gram preconditioner is given up by its signal', async () => {
  const { design } = images;
  const signal = AbortSignal.abort(new Error('stop'));
  const kept = await bytesKept(design, async (backend) => {
    const made = gramPreconditioner({ design, constant: 1, backend, scale: 1, l2: 1, signal });
    await expect(made).rejects.toThrow('stop');
  });
  expect(kept).toBe(0);
});

describe('the blocks of the classes', () => {
  const { design, codes } = images;
  const l2 = 0.003;
  const size = design.columns + 1;
  const weights = Float64Array.from(codes, (_, i) => 0.25 + (i % 4));
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  const task = (backend: Backend, changes: Partial<ClassBlocksTask> = {}): ClassBlocksTask => ({
    design,
    classes: CLASSES,
    weights: undefined,
    total: design.rows,
    l2,
    constant: 1,
    backend,
    ...changes,
  });

  /** p_ik at a point, plainly. */
  async function probabilities(parameters: Float64Array): Promise<Float64Array[]> {
    const scores = new Float64Array(design.rows * CLASSES);
    await referenceBackend.rows.scores({ design, parameters, classes: CLASSES, constant: 1 }, scores);
    return Array.from({ length: design.rows }, (_, i) => {
      const odds = scores.slice(i * CLASSES, (i + 1) * CLASSES).map((z) => Math.exp(z));
      const sum = odds.reduce((a, b) => a + b, 0);
      return odds.map((value) => value / sum);
    });
  }

  /** The exact blocks 1/S·Σ s_i·p_ik·(1 - p_ik)·x_i·x_i' + l2·I. */
  async function exactBlocks(parameters: Float64Array, rowWeights?: Float64Array): Promise<Square[]> {
    const p = await probabilities(parameters);
    return Array.from({ length: CLASSES }, (_, k) => {
      const own = p.map(
        (row, i) => ((rowWeights?.[i] ?? 1) * row[k] * (1 - row[k])) / (rowWeights ? total : design.rows),
      );
      return shifted(curvatureMatrix(design, 1, own), 1e-4, l2, design);
    });
  }

  describe.each(backends)('on %s', (_name, backend) => {
    test('are exact at zero, where every row is as curved and drawn once', async () => {
      const start = new Float64Array(size * CLASSES);
      const blocks = await classPreconditioner(task(backend), start);
      const exact = await exactBlocks(start);
      const b = randomVector(start.length, 2);
      const x = b.slice();
      blocks?.solve(x, CLASSES);
      const expected = zeroSum(exact.map((block, k) => solved(block, ofClass(b, k, CLASSES))));
      expected.forEach((own, k) => {
        const away = ofClass(x, k, CLASSES).map((value, j) => value - own[j]);
        expect(norm(away)).toBeLessThan(1e-3 * norm(own));
      });
      blocks?.release();
    });

    test.each<[string, Float64Array | undefined]>([
      ['equal', undefined],
      ['different', weights],
    ])('are near each class’s own elsewhere, with rows of %s weights', async (_weights, rowWeights) => {
      const at = randomVector(size * CLASSES, 4).map((value) => 0.7 * value);
      const changes = rowWeights && { weights: rowWeights, total };
      const blocks = await classPreconditioner(task(backend, changes), at);
      const exact = await exactBlocks(at, rowWeights);
      // With v'M̂⁻¹v as the measure: 1 when it is the same matrix, for v = M·u of smooth and of rough u.
      for (const seed of [5, 6, 7]) {
        const u = zeroSum(exact.map((_, k) => randomVector(size, seed + 10 * k)));
        const images = exact.map((block, k) => times(block, u[k]));
        const x = new Float64Array(size * CLASSES);
        images.forEach((image, k) => image.forEach((value, j) => (x[j * CLASSES + k] = value)));
        blocks?.solve(x, CLASSES);
        exact.forEach((_, k) => {
          const ratio = dot(images[k], ofClass(x, k, CLASSES)) / dot(images[k], u[k]);
          expect(ratio).toBeGreaterThan(0.7);
          expect(ratio).toBeLessThan(1.5);
        });
      }
      blocks?.release();
    });
  });

  test('draw rows of their own by their curvatures', async () => {
    const asked: PreconditionTask[] = [];
    const watch = watched(referenceBackend, {
      preconditionAll: (tasks) => {
        asked.push(...tasks);
        return referenceBackend.factors.preconditionAll(tasks);
      },
    });
    const at = randomVector(size * CLASSES, 4).map((value) => 0.7 * value);
    await classPreconditioner(task(watch, { weights, total }), at);
    const p = await probabilities(at);
    expect(asked).toHaveLength(CLASSES);
    asked.forEach(({ rows = new Uint32Array(), scale, shift, constant }, k) => {
      const own = p.map((row, i) => weights[i] * row[k] * (1 - row[k]));
      const sum = own.reduce((a, b) => a + b, 0);
      expect([constant, shift]).toEqual([1, l2]);
      // The exponential is good to a few per cent.
      expect(scale / (sum / total)).toBeGreaterThan(0.85);
      expect(scale / (sum / total)).toBeLessThan(1.2);
      expect(rows).toHaveLength(design.rows);
      const mean = rows.reduce((a, row) => a + own[row], 0) / rows.length;
      expect(mean).toBeGreaterThan((1.2 * sum) / design.rows);
    });
    expect(new Set(asked.map(({ rows }) => rows?.join())).size).toBe(CLASSES);
  });

  test('take their memory, and give it back', async () => {
    const kept = await bytesKept(design, async (backend) => {
      const blocks = await classPreconditioner(task(backend), new Float64Array(size * CLASSES));
      expect(backend.bytesUsed).toBeGreaterThan(CLASSES * 4 * size * size);
      blocks?.release();
    });
    expect(kept).toBe(0);
  });

  test('are not tried when they would take more than 64 MiB', async () => {
    const backend = watched(referenceBackend);
    const wide = toDesignMatrix([new Float64Array(1300).fill(1)], { owner: 'test' });
    const at = new Float64Array(1301 * 10);
    expect(await classPreconditioner(task(backend, { design: wide, classes: 10 }), at)).toBeUndefined();
    expect(backend.calls).toHaveLength(0);
  });

  test('are none when a class has no curvature left', async () => {
    const at = new Float64Array(size * CLASSES);
    // The intercept of class 0 is so large that no other class has a probability above 0.
    at[design.columns * CLASSES] = 1000;
    expect(await classPreconditioner(task(kernels), at)).toBeUndefined();
  });

  test('are none when one cannot be factored; the others are released', async () => {
    let released = 0;
    const backend = watched(referenceBackend, {
      preconditionAll: async (tasks) => {
        const made = await referenceBackend.factors.preconditionAll(tasks);
        return made.map((one, k) => (k === 1 ? undefined : one && { ...one, release: () => released++ }));
      },
    });
    expect(await classPreconditioner(task(backend), new Float64Array(size * CLASSES))).toBeUndefined();
    expect(released).toBe(CLASSES - 1);
  });

  test('are the same for any number of threads, and each time', async () => {
    const at = randomVector(size * CLASSES, 9);
    const solved: Float64Array[] = [];
    for (const threads of [1, 2, 2]) {
      const x = randomVector(size * CLASSES, 10);
      const blocks = await classPreconditioner(task(kernels.withThreads(threads)), at);
      blocks?.solve(x, CLASSES);
      blocks?.release();
      solved.push(x);
    }
    expect(solved[1]).toEqual(solved[0]);
    expect(solved[2]).toEqual(solved[0]);
  });
});
