/** Where MNIST is. */
export type MnistState = 'extension' | 'dataHome' | 'missing';

/** One of MNIST's four files. */
export interface MnistFile {
  /** Its name, packed. */
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** SHA-256 of the unpacked bytes, in hexadecimal. */
  readonly sha256: string;
}

/** The four files; the small ones first, so that a download which cannot work fails soon. */
export const MNIST_FILES: readonly MnistFile[] = [
  {
    name: 't10k-labels-idx1-ubyte.gz',
    size: 10_008,
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  },
  {
    name: 'train-labels-idx1-ubyte.gz',
    size: 60_008,
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  },
  {
    name: 't10k-images-idx3-ubyte.gz',
    size: 7_840_016,
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  },
  {
    name: 'train-images-idx3-ubyte.gz',
    size: 47_040_016,
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  },
];

/** Bytes of all four files as they are sent, about. */
export const DOWNLOAD_BYTES = 11_594_722;

/** Folders of the web that hold the four files, in the order in which they are tried. */
export const MNIST_MIRRORS: readonly string[] = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
];

/** Where in a folder of data the files may lie. */
export const MNIST_SUBFOLDERS: readonly (readonly string[])[] = [[], ['mnist'], ['MNIST', 'raw']];

/** The names that a file may have: packed or not, with either of the two spellings. */
export function fileNames({ name }: MnistFile): readonly string[] {
  const plain = name.replace(/\.gz$/, '');
  const dotted = plain.replace(/-(idx\d)/, '.$1');
  return [name, plain, `${dotted}.gz`, dotted];
}
