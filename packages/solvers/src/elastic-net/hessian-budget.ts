import { type DesignMatrix, storedValues } from '@tenfold/linalg';

/** Numbers that a Hessian may have: 16 MB. As many problems as there are classes may have one each at a time. */
const MOST_CELLS = 1 << 21;

/** Sweeps of coordinate descent for whose price a Hessian is formed, which makes them cheap. */
const SWEEPS = 400;

/** How much faster the products of a Hessian are made than the steps of a sweep. */
const SPEEDUP = 8;

/** A matrix, with the value of the constant feature at the end of every row, 0 for none. */
interface Rows {
  readonly design: DesignMatrix;
  readonly constant: number;
}

/** Whether it is worth while, and there is memory, to form the Hessian of the chosen features. */
export function formsHessian({ design, constant }: Rows, chosen: Uint32Array): boolean {
  const size = chosen.length;
  if (size * size > MOST_CELLS) return false;
  const counts = cellCounts(design);
  const last = constant === 0 ? 0 : design.rows;
  const cells = chosen.reduce((sum, j) => sum + (j < counts.length ? counts[j] : last), 0);
  return (design.rows * size * size) / 2 / SPEEDUP <= SWEEPS * 2 * cells;
}

const counted = new WeakMap<DesignMatrix, Uint32Array>();

/** The cells of each column that are not 0, counted once. */
function cellCounts(design: DesignMatrix): Uint32Array {
  const before = counted.get(design);
  if (before !== undefined) return before;
  const { columns } = design;
  const counts = new Uint32Array(columns);
  const values = storedValues(design);
  if (design.kind === 'csr') for (let p = 0; p < values.length; p++) counts[design.columnIndices[p]]++;
  else for (let p = 0; p < values.length; p++) if (values[p] !== 0) counts[p % columns]++;
  counted.set(design, counts);
  return counts;
}
