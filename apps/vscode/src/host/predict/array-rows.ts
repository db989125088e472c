import type { ArrayEntry } from '@tenfold/arrays';

import type { RowSource, Values } from './rows.js';

/**
 * The rows of an array, read as they are asked for.
 *
 * @param entry the array
 * @param order where each feature of the model stands in a row; undefined when they stand as the model takes them
 * @param warnings what is worth saying of it
 */
export function arrayRows(
  entry: ArrayEntry,
  order: readonly number[] | undefined,
  warnings: readonly string[],
): RowSource {
  return {
    rows: entry.rows,
    warnings,
    async read(start, count) {
      const elements = await entry.readRows(start, count);
      const values =
        elements instanceof BigInt64Array || elements instanceof BigUint64Array
          ? Float64Array.from(elements, Number)
          : elements;
      return order === undefined ? values : reordered(values, entry.rowLength, order);
    },
  };
}

function reordered(values: Values, width: number, order: readonly number[]): Values {
  const features = order.length;
  const ordered = new Float64Array((values.length / width) * features);
  for (let i = 0; i < ordered.length; i++)
    ordered[i] = values[Math.floor(i / features) * width + order[i % features]];
  return ordered;
}
