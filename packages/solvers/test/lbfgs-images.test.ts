import { afterAll, describe, expect, test } from '@jest/globals';
import { createKernelBackend } from '@tenfold/linalg';
import { RandomState } from '@tenfold/random';

import {
  classPreconditioner,
  gramPreconditioner,
  lbfgs,
  type LbfgsOptions,
  multinomialObjective,
} from '../src/index.js';
import { strokes } from './strokes.js';
import { watched } from './watched-backend.js';

const kernels = createKernelBackend();
afterAll(() => kernels.close());

describe('preconditioned lbfgs on images', () => {
  const CLASSES = 10;
  const l2 = 1e-4;
  const tight = { tol: 1e-7, ftol: 0, maxIter: 2000 };

  /** The multinomial fit of so many images. */
  function imagesOf(rows: number) {
    const { design, codes } = strokes({ rows });
    const backend = watched(kernels);
    const task = { design, targets: codes, classes: CLASSES, l2, fitIntercept: true, backend };
    const objective = multinomialObjective(task);
    return { design, backend, objective, start: new Float64Array(objective.size), rows };
  }

  /** Solves with the Gram matrix, and after 20 iterations, if wanted, with the classes' blocks. */
  async function helped(images: ReturnType<typeof imagesOf>, options: LbfgsOptions, refreshed = false) {
    const { design, backend, objective, rows } = images;
    const gram = await gramPreconditioner({ design, constant: 1, backend, scale: 1, l2 });
    const make = async (x: Float64Array) => {
      const task = { design, classes: CLASSES, weights: undefined, total: rows, l2, constant: 1, backend };
      const blocks = await classPreconditioner(task, x);
      return blocks && ((vector: Float64Array) => blocks.solve(vector, CLASSES));
    };
    return lbfgs(objective, images.start, {
      ...options,
      precondition: gram && ((vector) => gram.solve(vector, CLASSES)),
      refresh: refreshed ? { due: ({ iteration }) => iteration === 20, make } : undefined,
    });
  }

  test('the Gram matrix saves three of four evaluations', async () => {
    const images = imagesOf(1500);
    const plain = await lbfgs(images.objective, images.start, tight);
    const gram = await helped(images, tight);
    expect([plain.converged, gram.converged]).toEqual([true, true]);
    expect(gram.nEvaluations).toBeLessThan(plain.nEvaluations / 4);
    expect(Math.abs(gram.loss - plain.loss)).toBeLessThan(1e-8);
    const largest = plain.x.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    gram.x.forEach((value, j) => expect(Math.abs(value - plain.x[j])).toBeLessThan(1e-3 * largest));
  });

  test('the classes’ own blocks save more where the Gram matrix alone is slow', async () => {
    const images = imagesOf(600);
    const plain = await lbfgs(images.objective, images.start, tight);
    const gram = await helped(images, tight);
    const blocks = await helped(images, tight, true);
    const made = images.backend.calls.filter(({ operation }) => operation === 'precondition');
    expect(made.map(({ problems }) => problems)).toEqual([1, 1, CLASSES]);
    expect(gram.nEvaluations).toBeLessThan(plain.nEvaluations / 3);
    expect(blocks.nEvaluations).toBeLessThan(0.75 * gram.nEvaluations);
    expect(Math.abs(gram.loss - plain.loss)).toBeLessThan(1e-8);
    expect(Math.abs(blocks.loss - plain.loss)).toBeLessThan(1e-8);
  });

  test('mixed precision finds the same optimum with most passes in single precision', async () => {
    const images = imagesOf(600);
    const double = await helped(images, { ...tight, tol: 1e-5 }, true);
    images.backend.calls.length = 0;
    const mixed = await helped(images, { ...tight, tol: 1e-5, precision: 'mixed' }, true);
    expect(mixed.converged).toBe(true);
    expect(Math.abs(mixed.loss - double.loss)).toBeLessThan(1e-6);
    const singles = images.backend.count('multinomial', 'single');
    const doubles = images.backend.count('multinomial', 'double');
    expect(singles + doubles).toBe(mixed.nEvaluations);
    expect(singles).toBeGreaterThan(doubles);
    expect(images.backend.calls.findLast(({ operation }) => operation === 'multinomial')?.precision).toBe(
      'double',
    );
  });

  test('the start does not matter', async () => {
    const images = imagesOf(600);
    const zero = await helped(images, tight, true);
    const random = new RandomState(3);
    const elsewhere = images.start.map(() => random.standardNormal());
    const other = await helped({ ...images, start: elsewhere }, tight, true);
    expect(Math.abs(other.loss - zero.loss)).toBeLessThan(1e-8);
  });
});
