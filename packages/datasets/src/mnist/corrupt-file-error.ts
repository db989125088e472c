import { OutsideError } from '@tenfold/errors';

/** A file that should be one of MNIST's holds other bytes. */
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
      `${path} is not the original MNIST file (its SHA-256 is ${received.slice(0, 12)}…, not ${expected.slice(0, 12)}…). ` +
        'Delete it or name another folder as data home.',
    );
  }
}
