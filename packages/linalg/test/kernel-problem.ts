import { createHash } from 'node:crypto';

import type { DesignMatrix, Precision } from '../src/index.js';
import { KernelEngine } from '../src/kernels/engine.js';
import { KernelBackend } from '../src/kernels/kernel-backend.js';
import type { Platform } from '../src/kernels/platform.js';
import { StoredDesigns } from '../src/kernels/stored-designs.js';

/** Kernels on threads of a platform of the test's. */
export function backendOn(
  platform: Platform,
  threads?: number,
): { backend: KernelBackend; engine: KernelEngine } {
  const engine = new KernelEngine(platform);
  return { engine, backend: new KernelBackend(engine, new StoredDesigns(engine.memory), threads) };
}

/** The same numbers from 0 to 1 every time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A matrix of bytes of which about `density` are not 0, as it is stored dense, and in CSR form. */
export function bytesMatrix(
  rows: number,
  columns: number,
  density = 0.2,
): { dense: DesignMatrix; csr: DesignMatrix } {
  const next = numbers(rows * 31 + columns);
  const data = Uint8Array.from({ length: rows * columns }, () =>
    next() < density ? 1 + Math.floor(255 * next()) : 0,
  );
  const cells = [...data.keys()].filter((at) => data[at] > 0);
  const rowPointers = new Uint32Array(rows + 1);
  for (const at of cells) rowPointers[Math.floor(at / columns) + 1]++;
  for (let i = 0; i < rows; i++) rowPointers[i + 1] += rowPointers[i];
  return {
    dense: { kind: 'dense', rows, columns, data },
    csr: {
      kind: 'csr',
      rows,
      columns,
      values: Uint8Array.from(cells, (at) => data[at]),
      columnIndices: Uint16Array.from(cells, (at) => at % columns),
      rowPointers,
    },
  };
}

/** The same matrix in doubles. */
export function inDoubles(design: DesignMatrix): DesignMatrix {
  if (design.kind === 'dense') return { ...design, data: Float64Array.from(design.data, (x) => x / 255) };
  const columnIndices = Uint32Array.from(design.columnIndices);
  return { ...design, columnIndices, values: Float64Array.from(design.values, (x) => x / 255) };
}

/** Small numbers of both signs. */
export function parametersOf(count: number): Float64Array {
  const next = numbers(count);
  return Float64Array.from({ length: count }, () => (next() - 0.5) / 500);
}

/** SHA-256 of what some arrays hold. */
export function hash(...arrays: Float64Array[]): string {
  const sum = createHash('sha256');
  for (const { buffer, byteOffset, byteLength } of arrays)
    sum.update(new Uint8Array(buffer, byteOffset, byteLength));
  return sum.digest('hex');
}

const CLASSES = 10;

/** A hash of what each operation of a backend gives. */
export async function hashOperations(
  backend: KernelBackend,
  design: DesignMatrix,
  precision: Precision,
): Promise<Record<string, string>> {
  const { rows, columns } = design;
  const count = (columns + 1) * CLASSES;
  const parameters = parametersOf(count);
  const targets = Int32Array.from({ length: rows }, (_, i) => (7 * i) % CLASSES);
  const weights = Float64Array.from({ length: rows }, (_, i) => 1 + (i % 3));
  const common = { design, constant: 1, precision };
  const task = { ...common, parameters, targets, weights };

  const scores = new Float64Array(rows * CLASSES);
  await backend.rows.scores({ ...common, parameters, classes: CLASSES }, scores);

  const gradient = new Float64Array(count);
  const probabilities = new Float64Array(rows * CLASSES);
  const loss = await backend.logistic.multinomial({ ...task, classes: CLASSES }, gradient, probabilities);
  const curved = { ...common, classes: CLASSES, probabilities, weights };
  const product = new Float64Array(count);
  await backend.logistic.multinomialHessianVectorProduct(curved, parameters, product);

  const problems = Array.from({ length: CLASSES }, (_, positive) => ({
    positive,
    positiveWeight: 2,
    negativeWeight: 0.5,
  }));
  const losses = new Float64Array(CLASSES);
  const slopes = new Float64Array(count);
  const curvatures = problems.map(() => new Float64Array(rows));
  await backend.logistic.oneVsRest({ ...task, problems }, { losses, gradient: slopes, curvatures });

  const products = new Float64Array(count);
  await backend.logistic.hessianVectorProducts({ ...common, curvatures }, parameters, products);

  const solved = parameters.slice();
  const made = await backend.factors.precondition({ design, constant: 1, scale: 0.1, share: 0.01, shift: 1 });
  made?.solve(solved, CLASSES);
  made?.release();

  const stepped = parameters.slice(0, (columns + 1) * 2);
  const factored = await backend.factors.hessian({
    design,
    constant: 1,
    functions: 2,
    curvatures: (k, l, out) => out.fill(k === l ? 1 : -0.5),
    shift: 1,
    share: 1e-10,
  });
  await factored?.solve(stepped);
  factored?.release();

  return {
    scores: hash(scores),
    multinomialLogistic: hash(Float64Array.of(loss), gradient),
    multinomialHessianVectorProduct: hash(probabilities, product),
    oneVsRestLogistic: hash(losses, slopes, ...curvatures),
    hessianVectorProducts: hash(products),
    precondition: hash(solved),
    hessian: hash(stepped),
  };
}
