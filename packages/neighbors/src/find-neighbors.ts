import { type Computation, done, plainStep, type Step } from '@tenfold/base';
import { type DenseDesign, type DesignMatrix, mmulTranspose } from '@tenfold/linalg';

import { type Metric, metricOf } from './distance.js';
import { Nearest } from './nearest.js';
import type { KNeighborsClassifierSettings } from './params.js';

/** Multiply-adds of a step of plain code: some ten milliseconds. */
const WORK = 1 << 24;
/** Rows of either side whose products are made at once: the products take 32 MB. */
const ROWS = 4096;
const CHUNK = 1024;

/** The rows of `fit` that are nearest to each of some rows: their numbers and ranks, see `RankedDistance`. */
export function findNeighbors(
  settings: Pick<KNeighborsClassifierSettings, 'metric' | 'p'>,
  fitted: DenseDesign,
  rows: DesignMatrix,
  k: number,
): Computation<Nearest> {
  const metric = metricOf(settings);
  const dense = rows as DenseDesign;
  return metric.isEuclidean && isOfBytes(fitted) && isOfBytes(dense)
    ? byProducts(fitted, dense, k)
    : byPairs(metric, fitted, dense, k);
}

interface Bytes extends DenseDesign {
  readonly data: Uint8Array;
}

function isOfBytes(design: DenseDesign): design is Bytes {
  return design.data instanceof Uint8Array;
}

/** Every pair of rows by the metric itself. */
function* byPairs(metric: Metric, fitted: DenseDesign, rows: DenseDesign, k: number): Computation<Nearest> {
  const nearest = new Nearest(rows.rows, k);
  const block = Math.max(1, Math.floor(WORK / (fitted.rows * fitted.columns)));
  for (let start = 0; start < rows.rows; start += block) {
    const end = Math.min(start + block, rows.rows);
    yield* done(
      plainStep(() => {
        for (let i = start; i < end; i++)
          for (let j = 0; j < fitted.rows; j++) nearest.offer(i, j, metric.rank(rows, i, fitted, j));
      }),
    );
  }
  return nearest.sort();
}

/** Squared distances of bytes by products of matrices: ‖x‖² + ‖y‖² - 2x·y, exact as all of them are whole numbers. */
function* byProducts(fitted: Bytes, rows: Bytes, k: number): Computation<Nearest> {
  const nearest = new Nearest(rows.rows, k);
  const lengths = squaredLengths(fitted);
  for (let start = 0; start < rows.rows; start += ROWS) {
    const block = part(rows, start, ROWS);
    const own = squaredLengths(block);
    for (let from = 0; from < fitted.rows; from += CHUNK) {
      const chunk = part(fitted, from, CHUNK);
      const products = yield* done(productsStep(block, chunk));
      for (let i = 0; i < block.rows; i++) {
        const row = products[i];
        for (let j = 0; j < chunk.rows; j++)
          nearest.offer(start + i, from + j, own[i] + lengths[from + j] - 2 * row[j]);
      }
    }
  }
  return nearest.sort();
}

function part({ rows, columns, data }: Bytes, start: number, count: number): Bytes {
  const end = Math.min(rows, start + count);
  return { kind: 'dense', rows: end - start, columns, data: data.subarray(start * columns, end * columns) };
}

function squaredLengths({ rows, columns, data }: Bytes): Float64Array {
  const lengths = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, at++) lengths[i] += data[at] * data[at];
  return lengths;
}

/** The products of each row of A with each row of B. */
function productsStep(A: Bytes, B: Bytes): Step<ArrayLike<ArrayLike<number>>> {
  return {
    now: () => Array.from({ length: A.rows }, (_, i) => productsOf(A, i, B)),
    later: async ({ threads, signal }) => {
      const products = await mmulTranspose(rowsOf(A), rowsOf(B), { threads, signal });
      return Array.from({ length: A.rows }, (_, i) => products.getRow(i));
    },
  };
}

function rowsOf({ rows, columns, data }: Bytes): Uint8Array[] {
  return Array.from({ length: rows }, (_, i) => data.subarray(i * columns, (i + 1) * columns));
}

function productsOf(A: Bytes, i: number, B: Bytes): Float64Array {
  const { columns } = A;
  const products = new Float64Array(B.rows);
  for (let j = 0; j < B.rows; j++) {
    let sum = 0;
    for (let c = 0, a = i * columns, b = j * columns; c < columns; c++) sum += A.data[a + c] * B.data[b + c];
    products[j] = sum;
  }
  return products;
}
