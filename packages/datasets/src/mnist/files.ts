/** The mirrors that `fetchMnist` downloads from when it is given no others, in this order. */
export const MNIST_MIRRORS: readonly string[] = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
];

/** Images of the training and of the test part. */
export const TRAIN_ROWS = 60_000;
/** Images of the test part. */
export const TEST_ROWS = 10_000;
/** All images. */
export const MNIST_ROWS = TRAIN_ROWS + TEST_ROWS;
/** Height and width of an image. */
export const MNIST_SHAPE = [28, 28] as const;
/** Columns: an image's pixels. */
export const MNIST_PIXELS = MNIST_SHAPE[0] * MNIST_SHAPE[1];

/** One of the four original files. */
export interface MnistFile {
  /** Which of the four it is, as `mnistFromFiles` names them. */
  readonly key: 'trainImages' | 'trainLabels' | 'testImages' | 'testLabels';
  /** Its name, unpacked. */
  readonly name: string;
  /** Its other usual name. */
  readonly otherName: string;
  /** What it holds. */
  readonly part: 'images' | 'labels';
  /** The first of its rows among all. */
  readonly firstRow: number;
  /** The sizes in its header. */
  readonly shape: readonly number[];
  /** Bytes, unpacked. */
  readonly size: number;
  /** SHA-256 of the unpacked bytes. */
  readonly sha256: string;
}

/** The four files; the small ones first, so that a download which cannot work fails soon. */
export const MNIST_FILES: readonly MnistFile[] = [
  labels('t10k', TRAIN_ROWS, TEST_ROWS, 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2'),
  labels('train', 0, TRAIN_ROWS, '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5'),
  images('t10k', TRAIN_ROWS, TEST_ROWS, '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7'),
  images('train', 0, TRAIN_ROWS, 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db'),
];

/**
 * Where in a data home the files may lie, as the names of folders: where `fetchMnist` puts them, where torchvision does,
 * in the data home itself. Folders that are MNIST's come first: files outside them may be another data set's of the same
 * names.
 */
export const MNIST_SUBFOLDERS: readonly (readonly string[])[] = [['mnist'], ['MNIST', 'raw'], []];

/** The names that one of the files may have: unpacked and gzipped, in either spelling. */
export function mnistFileNames({
  name,
  otherName,
}: Pick<MnistFile, 'name' | 'otherName'>): readonly string[] {
  return [name, otherName, `${name}.gz`, `${otherName}.gz`];
}

function labels(prefix: 'train' | 't10k', firstRow: number, rows: number, sha256: string): MnistFile {
  const key = prefix === 'train' ? 'trainLabels' : 'testLabels';
  return {
    key,
    ...names(prefix, 'labels', 'idx1'),
    part: 'labels',
    firstRow,
    shape: [rows],
    size: 8 + rows,
    sha256,
  };
}

function images(prefix: 'train' | 't10k', firstRow: number, rows: number, sha256: string): MnistFile {
  const shape = [rows, ...MNIST_SHAPE];
  const size = 16 + rows * MNIST_PIXELS;
  const key = prefix === 'train' ? 'trainImages' : 'testImages';
  return { key, ...names(prefix, 'images', 'idx3'), part: 'images', firstRow, shape, size, sha256 };
}

function names(prefix: string, part: string, kind: string) {
  return { name: `${prefix}-${part}-${kind}-ubyte`, otherName: `${prefix}-${part}.${kind}-ubyte` };
}
