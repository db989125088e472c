import type { DatasetCardOf } from './dataset-card-of.js';
import { DIGITS_DESCRIPTION } from './digits/description.js';
import { MNIST_DESCRIPTION } from './mnist/description.js';
import { MNIST_LIKE, MNIST_LIKE_NAMES } from './mnist-like/sets.js';
import { MNIST_PIXELS, MNIST_ROWS, MNIST_SHAPE } from './mnist/files.js';

/** The data sets that have a name. */
export const DATASET_NAMES = ['digits', 'mnist', ...MNIST_LIKE_NAMES] as const;

/** The name of a data set. */
export type DatasetName = (typeof DATASET_NAMES)[number];

/** The facts about a data set that do not depend on where its files are. */
export type DatasetCard = DatasetCardOf<DatasetName>;

/** The facts about each named data set that do not depend on where its files are. */
export const DATASET_CARDS: Readonly<Record<DatasetName, DatasetCard>> = {
  digits: {
    name: 'digits',
    title: 'Optical recognition of handwritten digits',
    rows: 1797,
    columns: 64,
    classes: 10,
    imageShape: [8, 8],
    range: [0, 16],
    source: 'E. Alpaydin and C. Kaynak, 1998, UCI Machine Learning Repository, doi:10.24432/C50P49',
    licence: 'CC BY 4.0',
    DESCR: DIGITS_DESCRIPTION,
  },
  mnist: {
    name: 'mnist',
    title: 'The MNIST database of handwritten digits',
    rows: MNIST_ROWS,
    columns: MNIST_PIXELS,
    classes: 10,
    imageShape: MNIST_SHAPE,
    range: [0, 255],
    source: 'Y. LeCun and C. Cortes, 1998, doi:10.1109/5.726791',
    licence: 'CC BY-SA 3.0',
    DESCR: MNIST_DESCRIPTION,
  },
  'fashion-mnist': MNIST_LIKE['fashion-mnist'].card,
  kmnist: MNIST_LIKE.kmnist.card,
  'emnist-balanced': MNIST_LIKE['emnist-balanced'].card,
  'emnist-byclass': MNIST_LIKE['emnist-byclass'].card,
  'emnist-bymerge': MNIST_LIKE['emnist-bymerge'].card,
  'emnist-digits': MNIST_LIKE['emnist-digits'].card,
  'emnist-letters': MNIST_LIKE['emnist-letters'].card,
  'emnist-mnist': MNIST_LIKE['emnist-mnist'].card,
};
