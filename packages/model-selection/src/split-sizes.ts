import { checkNumber, InputError, ParameterError } from '@tenfold/core';

/** The sizes of the parts. A number below 1 is a fraction of the rows, a whole number a count of rows. */
export interface SplitSizes {
  /** Size of the test part, rounded up when it is a fraction. Default: what `trainSize` leaves, or else 0.25. */
  testSize?: number | undefined;
  /** Size of the training part, rounded down when it is a fraction. Default: what the test part leaves. */
  trainSize?: number | undefined;
}

/** The two sizes asked for leave one part empty or do not fit into the rows there are. */
export class SplitSizeError extends InputError {
  /**
   * @param rows rows there are
   * @param trainRows training rows that were asked for
   * @param testRows test rows that were asked for
   * @param expected what would be possible, in words
   */
  constructor(
    readonly rows: number,
    readonly trainRows: number,
    readonly testRows: number,
    expected: string,
  ) {
    super(`trainTestSplit: ${expected}, got ${trainRows} training and ${testRows} test rows of ${rows}`);
  }
}

/** Counts of rows of the two parts. */
export interface PartSizes {
  readonly train: number;
  readonly test: number;
}

/**
 * Turns the sizes asked for into counts, rounding as scikit-learn does.
 *
 * @throws ParameterError for a size that is neither a fraction nor a count of the rows there are
 * @throws SplitSizeError when a part would be empty or both together are more than there are rows
 */
export function partSizes(rows: number, { testSize, trainSize }: SplitSizes): PartSizes {
  const askedTest = testSize ?? (trainSize === undefined ? 0.25 : undefined);
  const test = askedTest === undefined ? undefined : count(rows, 'testSize', askedTest, Math.ceil);
  const train = trainSize === undefined ? undefined : count(rows, 'trainSize', trainSize, Math.floor);
  if (askedTest !== undefined && askedTest < 1 && trainSize !== undefined && trainSize < 1) {
    checkFractions(rows, askedTest, trainSize);
  }
  const sizes = { train: train ?? rows - (test ?? 0), test: test ?? rows - (train ?? 0) };
  if (sizes.train + sizes.test > rows) {
    throw new SplitSizeError(
      rows,
      sizes.train,
      sizes.test,
      'both parts together may have no more rows than there are',
    );
  }
  if (sizes.train < 1 || sizes.test < 1) {
    throw new SplitSizeError(rows, sizes.train, sizes.test, 'each part needs one row or more');
  }
  return sizes;
}

/** Two fractions above 1 together are refused even where rounding the training part down would make them fit. */
function checkFractions(rows: number, testSize: number, trainSize: number): void {
  const sum = testSize + trainSize;
  if (sum <= 1) return;
  throw new SplitSizeError(
    rows,
    Math.floor(trainSize * rows),
    Math.ceil(testSize * rows),
    `testSize and trainSize may be 1 together at most, not ${sum}`,
  );
}

function count(rows: number, name: string, size: number, round: (value: number) => number): number {
  checkNumber('trainTestSplit', name, size);
  if (size > 0 && size < 1) return round(size * rows);
  if (Number.isInteger(size) && size >= 1 && size < rows) return size;
  throw new ParameterError(
    'trainTestSplit',
    name,
    `a fraction between 0 and 1 or a count from 1 to ${rows - 1}`,
    size,
  );
}
