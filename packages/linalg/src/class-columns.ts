/**
 * The entries of one class (or problem) out of an array in which those of all `count` lie side by side, as parameters
 * do.
 */
export function columnOf(values: Float64Array, index: number, count: number): Float64Array {
  const column = new Float64Array(values.length / count);
  for (let j = 0; j < column.length; j++) column[j] = values[j * count + index];
  return column;
}

/** Puts the entries of one class back among those of all `count`. */
export function setColumn(values: Float64Array, index: number, count: number, column: Float64Array): void {
  for (let j = 0; j < column.length; j++) values[j * count + index] = column[j];
}
