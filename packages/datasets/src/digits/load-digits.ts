import { Matrix } from '@tenfold/linalg';
import { inflateSync } from 'fflate';

import { type ImageDataset, pixelNames, withImages } from '../dataset.js';
import { digitNames } from '../digit-names.js';
import { DIGITS_DESCRIPTION } from './description.js';
import { DIGITS_DEFLATED } from './digits-data.js';

const ROWS = 1797;
const SHAPE = [8, 8] as const;
const COLUMNS = SHAPE[0] * SHAPE[1];

/**
 * The 1797 handwritten digits of 8 × 8 pixels that scikit-learn's `load_digits` gives, in its order. They are
 * embedded: no file and no network is touched. Pixels go from 0 (paper) to 16 (ink). Each call gives a data set
 * of its own.
 *
 * Source: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository,
 * 1998, doi:10.24432/C50P49 (CC BY 4.0).
 */
export function loadDigits(): ImageDataset<Matrix> {
  const bytes = inflateSync(fromBase64(DIGITS_DEFLATED), { out: new Uint8Array(ROWS * (COLUMNS + 1)) });
  const pixels = bytes.subarray(0, ROWS * COLUMNS);
  const dataset = {
    name: 'digits',
    data: Matrix.from1DArray(ROWS, COLUMNS, pixels),
    target: bytes.slice(ROWS * COLUMNS),
    targetNames: digitNames(),
    featureNames: pixelNames(SHAPE),
    imageShape: SHAPE,
    DESCR: DIGITS_DESCRIPTION,
  };
  return withImages(dataset, pixels);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
