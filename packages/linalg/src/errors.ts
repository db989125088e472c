import { OutsideError } from '@tenfold/core';

/** The kernels' memory cannot hold a matrix. */
export class MemoryLimitError extends OutsideError {
  /**
   * @param bytes what was asked for
   * @param bytesUsed what was in use already
   */
  constructor(
    readonly bytes: number,
    readonly bytesUsed: number,
  ) {
    super(
      `${megabytes(bytes)} MB more do not fit into the kernels' memory, of which ${megabytes(bytesUsed)} MB are in use ` +
        '(at most 4096 MB): use fewer rows or columns, or bytes instead of doubles',
    );
  }
}

/** A thread ended in the middle of its work and the work could not be finished without it. */
export class ThreadLostError extends OutsideError {
  /** @param reason what happened, in words */
  constructor(readonly reason: string) {
    super(`a worker thread was lost: ${reason}`);
  }
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
