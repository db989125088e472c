/** The entries of problem `index` of `count`, whose entries lie side by side. */
export function columnOf(values: Float64Array, index: number, count: number): Float64Array {
  const column = new Float64Array(values.length / count);
  for (let j = 0; j < column.length; j++) column[j] = values[j * count + index];
  return column;
}

/** Puts them back. */
export function setColumn(values: Float64Array, index: number, count: number, column: Float64Array): void {
  for (let j = 0; j < column.length; j++) values[j * count + index] = column[j];
}
