import { type DesignMatrix, storedValues } from '@tenfold/linalg';

/** Numbers that a Hessian may have: 16 MB. As many problems as there are classes may have one each at a time. */
const MOST_CELLS = 1 << 21;

/** Sweeps of coordinate descent for whose price a Hessian is formed, which makes them cheap. */
const SWEEPS = 400;

/** How much faster the products of a Hessian are made than the steps of a sweep. */
const SPEEDUP = 8;

/**
 * Whether it is worth while, and there is memory, to form the Hessian of some features.
 *
 * @param counts the cells of each feature that are not 0
 * @param chosen the features
 * @param rows how many rows there are
 */
export function formsHessian(counts: Uint32Array, chosen: Uint32Array, rows: number): boolean {
  const size = chosen.length;
  if (size * size > MOST_CELLS) return false;
  const cells = chosen.reduce((sum, j) => sum + counts[j], 0);
  return (rows * size * size) / 2 / SPEEDUP <= SWEEPS * 2 * cells;
}

/** The cells of each feature that are not 0, the constant feature's last. */
export function cellCounts({ design, constant }: { design: DesignMatrix; constant: number }): Uint32Array {
  const { rows, columns } = design;
  const counts = new Uint32Array(columns + 1);
  const values = storedValues(design);
  if (design.kind === 'csr') for (const column of design.columnIndices) counts[column]++;
  else for (let p = 0; p < values.length; p++) if (values[p] !== 0) counts[p % columns]++;
  if (constant !== 0) counts[columns] = rows;
  return counts;
}
