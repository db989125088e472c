import { InputError } from '@tenfold/core';
import { compareLabels, type Label, type Labels } from '@tenfold/linalg';
import type { RandomState } from '@tenfold/random';

import type { PartSizes } from './split-sizes.js';

/** A split by class is impossible: a class with one member, or a part with fewer rows than there are classes. */
export class StratifyError extends InputError {
  /**
   * @param message what is wrong and what would be possible
   * @param classes the classes concerned
   */
  constructor(
    message: string,
    readonly classes: readonly Label[],
  ) {
    super(`trainTestSplit: ${message}`);
  }
}

/** Row numbers of the two parts, in the order in which the parts hold them. */
export interface SplitIndices {
  readonly train: Uint32Array<ArrayBuffer>;
  readonly test: Uint32Array<ArrayBuffer>;
}

/**
 * Splits so that each part holds the classes in the proportions of the whole, drawing exactly as scikit-learn's
 * StratifiedShuffleSplit does.
 *
 * @throws StratifyError when a class has one member or a part has fewer rows than there are classes
 */
export function stratifiedIndices(labels: Labels, sizes: PartSizes, random: RandomState): SplitIndices {
  const { classes, members } = groupByClass(labels);
  checkClasses(classes, members, sizes);
  const counts = members.map((rows) => rows.length);
  const trainCounts = proportionalCounts(counts, sizes.train, random);
  const remaining = counts.map((count, i) => count - trainCounts[i]);
  const testCounts = proportionalCounts(remaining, sizes.test, random);

  const train: number[] = [];
  const test: number[] = [];
  members.forEach((rows, i) => {
    const order = random.permutation(rows.length);
    for (let p = 0; p < trainCounts[i]; p++) train.push(rows[order[p]]);
    for (let p = 0; p < testCounts[i]; p++) test.push(rows[order[trainCounts[i] + p]]);
  });
  return { train: random.shuffle(Uint32Array.from(train)), test: random.shuffle(Uint32Array.from(test)) };
}

function checkClasses(classes: readonly Label[], members: readonly number[][], sizes: PartSizes): void {
  const single = classes.filter((_, i) => members[i].length < 2);
  if (single.length > 0) {
    throw new StratifyError(
      `to stratify, each class needs two rows or more; only one has ${listed(single)}; leave these rows out, or split without stratify`,
      single,
    );
  }
  for (const [part, size] of Object.entries(sizes) as [string, number][]) {
    if (size >= classes.length) continue;
    throw new StratifyError(
      `to stratify, each part needs a row for each of the ${classes.length} classes; the ${part} part has ${size}; make it larger, or split without stratify`,
      classes,
    );
  }
}

/** Some classes, at most ten. */
function listed(classes: readonly Label[]): string {
  const more = classes.length - 10;
  return `${classes.slice(0, 10).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The classes in ascending order (text by code point), and the rows of each in ascending order. */
function groupByClass(labels: Labels): { classes: Label[]; members: number[][] } {
  const sorted = [...grouped<Label>(labels)].sort(([a], [b]) => compareLabels(a, b));
  return { classes: sorted.map(([label]) => label), members: sorted.map(([, members]) => members) };
}

/** The places of each different value, ascending. */
function grouped<T>(values: Readonly<ArrayLike<T>>): Map<T, number[]> {
  const places = new Map<T, number[]>();
  for (let i = 0; i < values.length; i++) {
    const same = places.get(values[i]);
    if (same === undefined) places.set(values[i], [i]);
    else same.push(i);
  }
  return places;
}

/**
 * Divides `draws` among classes in proportion to their counts: each gets its share rounded down, and what is
 * left goes to the largest remainders, ties by lot.
 */
function proportionalCounts(counts: readonly number[], draws: number, random: RandomState): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => (count / total) * draws);
  const result = shares.map(Math.floor);
  const remainders = shares.map((share, i) => share - result[i]);
  let missing = draws - result.reduce((sum, count) => sum + count, 0);
  const byRemainder = grouped(remainders);
  for (const [, tied] of [...byRemainder].sort(([a], [b]) => b - a)) {
    if (missing <= 0) break;
    const chosen = random.choice(tied.length, Math.min(tied.length, missing));
    for (const i of chosen) result[tied[i]]++;
    missing -= chosen.length;
  }
  return result;
}
