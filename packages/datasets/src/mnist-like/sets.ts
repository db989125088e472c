import type { DatasetCardOf } from '../dataset-card-of.js';

/** The data sets in MNIST's form, which are read when their files are there and never downloaded. */
export const MNIST_LIKE_NAMES = [
  'fashion-mnist',
  'kmnist',
  'emnist-balanced',
  'emnist-byclass',
  'emnist-bymerge',
  'emnist-digits',
  'emnist-letters',
  'emnist-mnist',
] as const;

/** The name of a data set in MNIST's form. */
export type MnistLikeName = (typeof MNIST_LIKE_NAMES)[number];

/** Which of the four files. */
export type MnistLikePart = 'trainImages' | 'trainLabels' | 'testImages' | 'testLabels';

/** A data set in MNIST's form. */
export interface MnistLike {
  readonly card: DatasetCardOf<MnistLikeName>;
  /** Folders below a data home in which the files may lie, the first being where one puts them. */
  readonly folders: readonly string[];
  /** The files' names, unpacked. */
  readonly files: Readonly<Record<MnistLikePart, string>>;
  /** The MD5 of the gzipped files as they are published; unknown where only an archive of all has one. */
  readonly md5: Readonly<Partial<Record<MnistLikePart, string>>>;
  /** Whether images lie in the files column by column. */
  readonly transposed: boolean;
  /** The name of the class of each label; the first is that of `firstLabel`. */
  readonly classNames: readonly string[];
  readonly firstLabel: number;
  /** Where the files are published. */
  readonly url: string;
}

const SHAPE = [28, 28] as const;

const FASHION = ['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag'];
const KUZUSHIJI = ['o', 'ki', 'su', 'tsu', 'na', 'ha', 'ma', 'ya', 're', 'wo'];
const DIGITS = Array.from('0123456789');
const CAPITALS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const SMALL = Array.from('abcdefghijklmnopqrstuvwxyz');
/** Small letters whose shape differs from that of their capitals. */
const UNLIKE = Array.from('abdefghnqrt');

const EMNIST_SOURCE = 'G. Cohen, S. Afshar, J. Tapson and A. van Schaik, 2017, arXiv:1702.05373';
const EMNIST_URL = 'https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/gzip.zip';

/** All of them by their names. */
export const MNIST_LIKE: Readonly<Record<MnistLikeName, MnistLike>> = {
  'fashion-mnist': likeMnist('FashionMNIST', {
    card: card('fashion-mnist', 'Fashion-MNIST, pictures of clothes', 70_000, 10, {
      source: 'H. Xiao, K. Rasul and R. Vollgraf, 2017, arXiv:1708.07747',
      licence: 'MIT',
    }),
    md5: [
      '8d4fb7e6c68d591d4c3dfef9ec88bf0d',
      '25c81989df183df01b3e8a0aad5dffbe',
      'bef4ecab320f06d8554ea6380940ec79',
      'bb300cfdad3c16e7a12a480ee83cd310',
    ],
    classNames: [...FASHION, 'Ankle boot'],
    url: 'https://github.com/zalandoresearch/fashion-mnist',
  }),
  kmnist: likeMnist('KMNIST', {
    card: card('kmnist', 'Kuzushiji-MNIST, cursive Japanese', 70_000, 10, {
      source: 'T. Clanuwat et al., 2018, arXiv:1812.01718, doi:10.20676/00000341',
      licence: 'CC BY-SA 4.0',
    }),
    md5: [
      'bdb82020997e1d708af4cf47b453dcf7',
      'e144d726b3acfaa3e44228e80efcd344',
      '5c965bf0a639b31b8f53240b1b52f4d7',
      '7320c461ea6c1c855c0b718fb2a4b134',
    ],
    classNames: KUZUSHIJI,
    url: 'https://github.com/rois-codh/kmnist',
  }),
  'emnist-balanced': emnist('balanced', 131_600, [...DIGITS, ...CAPITALS, ...UNLIKE]),
  'emnist-byclass': emnist('byclass', 814_255, [...DIGITS, ...CAPITALS, ...SMALL]),
  'emnist-bymerge': emnist('bymerge', 814_255, [...DIGITS, ...CAPITALS, ...UNLIKE]),
  'emnist-digits': emnist('digits', 280_000, DIGITS),
  'emnist-letters': emnist('letters', 145_600, SMALL, 1),
  'emnist-mnist': emnist('mnist', 70_000, DIGITS),
};

/** Whether a name is that of a data set in MNIST's form. */
export function isMnistLikeName(name: string): name is MnistLikeName {
  return (MNIST_LIKE_NAMES as readonly string[]).includes(name);
}

/**
 * A data set with the very names of MNIST's files, in the folder that torchvision gives it; the MD5 sums are those of
 * torchvision/datasets/mnist.py: of the images and labels to train on, then of those to test on.
 */
function likeMnist(
  folder: string,
  {
    md5: [trainImages, trainLabels, testImages, testLabels],
    ...set
  }: Pick<MnistLike, 'card' | 'classNames' | 'url'> & {
    readonly md5: readonly [string, string, string, string];
  },
): MnistLike {
  const { name } = set.card;
  return {
    ...set,
    folders: [`${folder}/raw`, name, folder, `${name}/raw`],
    files: mnistFiles(''),
    md5: { trainImages, trainLabels, testImages, testLabels },
    transposed: false,
    firstLabel: 0,
  };
}

function emnist(split: string, rows: number, classNames: readonly string[], firstLabel = 0): MnistLike {
  const name = `emnist-${split}` as MnistLikeName;
  return {
    card: card(name, `EMNIST ${split}, handwritten characters`, rows, classNames.length, {
      source: EMNIST_SOURCE,
      licence: 'not stated; from NIST Special Database 19',
    }),
    folders: ['EMNIST/raw', 'emnist', 'EMNIST', 'EMNIST/raw/gzip', 'emnist/gzip', 'gzip', '.'],
    files: mnistFiles(`${name}-`),
    md5: {},
    transposed: true,
    classNames,
    firstLabel,
    url: EMNIST_URL,
  };
}

function mnistFiles(prefix: string): MnistLike['files'] {
  const test = prefix === '' ? 't10k' : `${prefix}test`;
  return {
    trainImages: `${prefix}train-images-idx3-ubyte`,
    trainLabels: `${prefix}train-labels-idx1-ubyte`,
    testImages: `${test}-images-idx3-ubyte`,
    testLabels: `${test}-labels-idx1-ubyte`,
  };
}

function card<N extends MnistLikeName>(
  name: N,
  title: string,
  rows: number,
  classes: number,
  { source, licence }: { readonly source: string; readonly licence: string },
): DatasetCardOf<N> {
  const columns = SHAPE[0] * SHAPE[1];
  const DESCR = `${title}

${rows} grey images of 28 x 28 pixels, ${columns} columns, ${classes} classes: those to train on, then those to test
on. A pixel is a whole number from 0 (paper) to 255 (ink). The labels are numbers.

Source: ${source}.
Licence: ${licence}
`;
  return { name, title, rows, columns, classes, imageShape: SHAPE, range: [0, 255], source, licence, DESCR };
}
