import { OutsideError } from '@tenfold/core';

/** A file that should be one of MNIST's has its form and holds other bytes, as those of Fashion-MNIST and KMNIST do. */
export class CorruptFileError extends OutsideError {
  /**
   * @param path the file
   * @param expected the SHA-256 of the original, unpacked
   * @param received the SHA-256 of what is there, unpacked
   */
  constructor(
    readonly path: string,
    readonly expected: string,
    readonly received: string,
  ) {
    super(
      `${path} is not MNIST (its SHA-256 is ${received.slice(0, 12)}…, not ${expected.slice(0, 12)}…); it looks like another ` +
        'data set of the same form, such as Fashion-MNIST, or like a damaged file. Name another folder as data home.',
    );
  }
}
