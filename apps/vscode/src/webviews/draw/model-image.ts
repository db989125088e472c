import { digitsImage } from './digits-image.js';
import { mnistImage } from './mnist-image.js';

/** What of a model says which images it takes. */
export interface ImageForm {
  /** The side of its square images. */
  readonly side: number;
  /** The value of white. */
  readonly maximum: number;
}

/** The side and the white of the digits data set's images. */
const DIGITS: ImageForm = { side: 8, maximum: 16 };

/** Whether a model's images are made as those of the digits data set. */
export function isDigitsForm({ side, maximum }: ImageForm): boolean {
  return side === DIGITS.side && maximum === DIGITS.maximum;
}

/**
 * The image of a drawing as a model takes it.
 *
 * @param ink 0 (none) to 255 at each place of the drawing, row after row
 * @param size of the square drawing
 * @param form what the model takes
 * @returns side × side values from 0 to the form's maximum
 */
export function modelImage(ink: ArrayLike<number>, size: number, form: ImageForm): Float64Array {
  if (isDigitsForm(form)) return Float64Array.from(digitsImage(ink, size, size));
  const bytes = mnistImage(ink, size, size, form.side);
  return Float64Array.from(bytes, (byte) => (byte * form.maximum) / 255);
}
