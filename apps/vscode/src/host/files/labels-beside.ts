/** How the names of the two files of a pair differ: a part of the first's name, and what stands in its place in the second's. */
const PAIRS: readonly (readonly [images: RegExp, labels: string])[] = [
  [/images([-.])idx3/i, 'labels$1idx1'],
  [/images/i, 'labels'],
  [/data/i, 'labels'],
  [/data/i, 'target'],
  [/^x(?=[_.-])/i, 'y'],
  [/(?<=[_-])x(?=[_.-])/i, 'y'],
  [/(?<=^|[_-])X(?=[_.-])/, 'y'],
];

/**
 * The file that holds the labels of a file of images, by their names: `train-labels-idx1-ubyte` of
 * `train-images-idx3-ubyte`, `y_train.npy` of `x_train.npy`.
 *
 * @param name the name of the file of images
 * @param others the names of the files beside it
 */
export function labelsBeside(name: string, others: readonly string[]): string | undefined {
  for (const wanted of PAIRS.filter(([pattern]) => pattern.test(name)).map(([pattern, labels]) =>
    name.replace(pattern, labels),
  )) {
    const alike = [wanted, `${wanted}.gz`, wanted.replace(/\.gz$/, '')];
    const found = others.find((other) => other !== name && alike.includes(other));
    if (found !== undefined) return found;
  }
  return undefined;
}
