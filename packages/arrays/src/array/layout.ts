import type { ElementFormat } from './dtypes.js';

/** What a header says of the array behind it. */
export interface ArrayLayout extends ElementFormat {
  /** The size of each dimension; none for a single number. */
  readonly shape: readonly number[];
  /** Whether the first dimension runs fastest in the file, instead of the last. */
  readonly fortranOrder: boolean;
  /** Bytes before the first element. */
  readonly headerLength: number;
  /** Bytes of all elements. */
  readonly bodyLength: number;
}

/** The product of sizes; 1 of none. */
export function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}

/** A shape as people write it. */
export function describeShape(shape: readonly number[]): string {
  if (shape.length === 0) return 'one number';
  return shape.length > 6 ? `${shape.slice(0, 6).join(' × ')} × …` : shape.join(' × ');
}
