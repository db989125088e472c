import { InputError } from '@tenfold/core';
import type { Label, Labels } from '@tenfold/linalg';
import { uniqueLabels } from '@tenfold/metrics';
import type { RunDataset } from '@tenfold/runs';

import type { DatasetFacts } from '../../protocol/values.js';

/** A data set in memory, with the facts that the host is sent. */
export interface LoadedDataset {
  readonly dataset: RunDataset;
  readonly facts: DatasetFacts;
  /** The number of each row's class, as `facts.classes` counts them. */
  readonly codes: Uint16Array;
}

/** A class that a table of classes does not hold; and so there can be no more classes than this. */
export const NO_CLASS = 0xffff;

/**
 * Counts a data set's classes.
 *
 * @throws InputError when there are so many that the labels cannot be classes
 */
export function describeDataset(dataset: RunDataset): LoadedDataset {
  const { name, data, target, imageShape, maximum } = dataset;
  const classes = uniqueLabels(target);
  if (classes.length >= NO_CLASS)
    throw new InputError(`${name} has ${classes.length} different labels; they are no classes`);
  const shape = imageShape ?? guessShape(dataset);
  const facts: DatasetFacts = {
    name,
    rows: data.rows,
    columns: data.columns,
    imageShape: shape === null ? null : [shape[0], shape[1]],
    maximum,
    classes,
  };
  return { dataset, facts, codes: classNumbers(target, classes) };
}

/** The number of each label among `classes`, `NO_CLASS` for one that is not there. */
export function classNumbers(labels: Labels, classes: readonly Label[]): Uint16Array {
  const numbers = new Map(classes.map((label, number) => [label, number]));
  return Uint16Array.from(labels as readonly Label[], (label) => numbers.get(label) ?? NO_CLASS);
}

/** The smallest side of what is taken for an image. */
const SMALLEST_SIDE = 8;

/**
 * Whether the rows of a table look like images: as many columns as a square has pixels, and nothing but whole numbers
 * of a byte's range.
 */
function guessShape({ data }: RunDataset): [number, number] | null {
  const side = Math.sqrt(data.columns);
  if (!Number.isInteger(side) || side < SMALLEST_SIDE) return null;
  for (let row = 0; row < data.rows; row++) {
    for (let column = 0; column < data.columns; column++) {
      const value = data.get(row, column);
      if (!Number.isInteger(value) || value < 0 || value > 255) return null;
    }
  }
  return [side, side];
}
