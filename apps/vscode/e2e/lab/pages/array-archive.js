import { archive } from '../../files/array-files.js';
import { arrayPage } from './array.js';

/** An archive with a bit of everything. */
export default function () {
  return arrayPage('mixed.npz', { 'mixed.npz': archive });
}
