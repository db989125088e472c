import type { CsrDesign, DenseDesign, DesignMatrix, MultinomialLogisticTask } from '../src/index.js';

// Slow and clear: what the kernels compute, written as the formulas read, on arrays of rows with the constant
// feature as a last column.

/** Scores of every row and class, from parameters that lie feature by feature. */
export function slowScores(rows: number[][], parameters: ArrayLike<number>, classes: number): number[][] {
  return rows.map((row) =>
    Array.from({ length: classes }, (_, k) =>
      row.reduce((sum, x, j) => sum + x * parameters[j * classes + k], 0),
    ),
  );
}

/** log Σ exp, without care. */
function naiveLogSumExp(z: number[]): number {
  return Math.log(z.reduce((sum, value) => sum + Math.exp(value), 0));
}

/** Loss and gradient of the multinomial model. */
export function slowMultinomial(
  rows: number[][],
  { parameters, classes, targets, weights }: Omit<MultinomialLogisticTask, 'design' | 'constant'>,
): { loss: number; gradient: number[] } {
  const gradient = new Array<number>(parameters.length).fill(0);
  let loss = 0;
  slowScores(rows, parameters, classes).forEach((z, i) => {
    const weight = weights?.[i] ?? 1;
    loss += weight * (naiveLogSumExp(z) - z[targets[i]]);
    z.forEach((score, k) => {
      const residual = Math.exp(score - naiveLogSumExp(z)) - (k === targets[i] ? 1 : 0);
      rows[i].forEach((x, j) => (gradient[j * classes + k] += weight * residual * x));
    });
  });
  return { loss, gradient };
}

/** The softmax of each row's scores. */
export function slowSoftmax(scores: number[][]): number[][] {
  return scores.map((z) => z.map((score) => Math.exp(score - naiveLogSumExp(z))));
}

/** Every entry of the multinomial Hessian, Σ s·p_k·([k = l] - p_l)·x_j·x_m, times a direction. */
export function slowMultinomialProduct(
  rows: number[][],
  probabilities: number[][],
  direction: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number[] {
  const product = new Array<number>(direction.length).fill(0);
  probabilities.forEach((p, i) => {
    p.forEach((pk, k) => {
      p.forEach((pl, l) => {
        const curvature = (weights?.[i] ?? 1) * pk * ((k === l ? 1 : 0) - pl);
        rows[i].forEach((x, j) => {
          rows[i].forEach((other, m) => {
            product[j * p.length + k] += curvature * x * other * direction[m * p.length + l];
          });
        });
      });
    });
  });
  return product;
}

/** Loss, gradient, second derivatives by the scores, and Hessian of the binary model. */
export function slowBinary(
  rows: number[][],
  parameters: ArrayLike<number>,
  targets: ArrayLike<number>,
  weights?: ArrayLike<number>,
): { loss: number; gradient: number[]; curvatures: number[]; hessian: number[][] } {
  const n = parameters.length;
  const gradient = new Array<number>(n).fill(0);
  const hessian = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const curvatures: number[] = [];
  let loss = 0;
  slowScores(rows, parameters, 1).forEach(([z], i) => {
    const weight = weights?.[i] ?? 1;
    // Both as they are: 1 - p would lose the digits of a q near 0.
    const p = 1 / (1 + Math.exp(-z));
    const q = 1 / (1 + Math.exp(z));
    loss += weight * Math.log(1 + Math.exp(-targets[i] * z));
    curvatures.push(weight * p * q);
    rows[i].forEach((x, j) => {
      gradient[j] += weight * (targets[i] > 0 ? -q : p) * x;
      rows[i].forEach((other, l) => (hessian[j][l] += curvatures[i] * x * other));
    });
  });
  return { loss, gradient, curvatures, hessian };
}

/** The four ways in which a table of bytes can be stored. */
export function storageForms(rows: number[][]): [string, DesignMatrix][] {
  return [
    ['dense doubles', dense(rows, Float64Array)],
    ['dense bytes', dense(rows, Uint8Array)],
    ['CSR doubles', csr(rows, Float64Array)],
    ['CSR bytes', csr(rows, Uint8Array)],
  ];
}

type ArrayKind = typeof Float64Array | typeof Uint8Array;

export function dense(rows: number[][], Kind: ArrayKind): DenseDesign {
  return { kind: 'dense', rows: rows.length, columns: rows[0].length, data: Kind.from(rows.flat()) };
}

export function csr(rows: number[][], Kind: ArrayKind): CsrDesign {
  const cells = rows.map((row) => row.flatMap((x, j) => (x === 0 ? [] : [{ x, j }])));
  const rowPointers = new Uint32Array(rows.length + 1);
  cells.forEach((row, i) => (rowPointers[i + 1] = rowPointers[i] + row.length));
  return {
    kind: 'csr',
    rows: rows.length,
    columns: rows[0].length,
    values: Kind.from(cells.flat().map(({ x }) => x)),
    columnIndices: Uint16Array.from(cells.flat(), ({ j }) => j),
    rowPointers,
  };
}
