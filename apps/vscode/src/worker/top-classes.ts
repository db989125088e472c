import type { Matrix } from '@tenfold/linalg';

/** The most probable classes of many rows, `each` a row, best first. */
export interface TopClasses {
  readonly each: number;
  readonly classes: Uint16Array;
  readonly probabilities: Float32Array;
}

/**
 * The most probable classes of each row; of equals, the first.
 *
 * @param probabilities one row a sample, one column a class
 * @param most how many of each row, if there are so many classes
 */
export function topClasses(probabilities: Matrix, most: number): TopClasses {
  const { rows, columns } = probabilities;
  const each = Math.min(most, columns);
  const classes = new Uint16Array(rows * each);
  const values = new Float32Array(rows * each);
  for (let row = 0; row < rows; row++) {
    const taken: number[] = [];
    for (let place = 0; place < each; place++) {
      const best = bestOf(probabilities, row, taken);
      taken.push(best);
      classes[row * each + place] = best;
      values[row * each + place] = probabilities.get(row, best);
    }
  }
  return { each, classes, probabilities: values };
}

function bestOf(probabilities: Matrix, row: number, taken: readonly number[]): number {
  let best = -1;
  for (let column = 0; column < probabilities.columns; column++) {
    if (taken.includes(column)) continue;
    if (best < 0 || probabilities.get(row, column) > probabilities.get(row, best)) best = column;
  }
  return best;
}
