import type { ArrayFacts } from '../../protocol/values.js';

/** An array of images, or rows, and one of as many labels. */
export interface ArrayPair {
  readonly images: string;
  readonly labels: string;
}

/** Types that labels may have: whole numbers. */
const LABELS = /^(u?int(8|16|32|64)|bool)$/;

/**
 * The pairs of an archive that may be trained on: an array of two or three dimensions, and one of a single dimension
 * with as many labels. Pairs whose names say so, such as `x_train` and `y_train`, come first.
 */
export function arrayPairs(arrays: readonly ArrayFacts[]): ArrayPair[] {
  const pairs = arrays
    .filter(({ shape }) => shape.length === 2 || shape.length === 3)
    .flatMap((images) =>
      arrays
        .filter(
          ({ shape, dtype }) => shape.length === 1 && shape[0] === images.shape[0] && LABELS.test(dtype),
        )
        .map((labels) => ({ images: images.name, labels: labels.name })),
    );
  return [...pairs.filter(belong), ...pairs.filter((pair) => !belong(pair))];
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
