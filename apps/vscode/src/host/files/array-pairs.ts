import type { ArrayFacts } from '../../protocol/values.js';

/** An array of images, or rows, and one of as many labels. */
export interface ArrayPair {
  readonly images: string;
  readonly labels: string;
}

/** Types that labels have: whole numbers, truth values and text; floats only where the names say that they are labels. */
const LABELS = /^(u?int(8|16|32|64)|bool|text)$/;

/**
 * The pairs of an archive that may be trained on: an array of rows or images, and a list of as many labels, or a single
 * column of them. Pairs whose names say so, such as `x_train` and `y_train`, come first.
 */
export function arrayPairs(arrays: readonly ArrayFacts[]): ArrayPair[] {
  const lists = arrays.filter(({ shape }) => isList(shape));
  const pairs = arrays
    .filter(({ shape, dtype }) => shape.length <= 4 && !isList(shape) && dtype !== 'text')
    .flatMap((images) =>
      lists
        .filter(({ shape }) => shape[0] === images.shape.at(0))
        .map((labels) => ({ pair: { images: images.name, labels: labels.name }, dtype: labels.dtype })),
    )
    .filter(({ pair, dtype }) => LABELS.test(dtype) || belong(pair))
    .map(({ pair }) => pair);
  return [...pairs.filter(belong), ...pairs.filter((pair) => !belong(pair))];
}

/** Whether an array is one value a row. */
function isList(shape: readonly number[]): boolean {
  return shape.length === 1 || (shape.length === 2 && shape[1] === 1);
}

function belong({ images, labels }: ArrayPair): boolean {
  return stem(images) === stem(labels);
}

function stem(name: string): string {
  return name
    .toLowerCase()
    .replace(/images|labels|data|target|(?<=^|[^a-z])[xy](?=$|[^a-z])/g, '')
    .replace(/[^a-z0-9]/g, '');
}
