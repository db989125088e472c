import { truncated } from '../../files/array-files.js';
import { arrayPage } from './array.js';

/** A file that ends too early. */
export default function () {
  const name = 'cut-images-idx3-ubyte';
  return arrayPage(name, { [name]: truncated });
}
