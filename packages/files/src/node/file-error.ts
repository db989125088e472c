import { errorCode, OutsideError } from '@tenfold/core';

const REASONS: Readonly<Record<string, string | undefined>> = {
  EACCES: 'the permission is missing',
  EBADF: 'it is not open for that',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file of that name is in the way',
  EFBIG: 'the file is too large for this disk',
  EIO: 'the disk failed',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENXIO: 'nobody reads from it',
  EPERM: 'the permission is missing',
  EPIPE: 'nobody reads from it any more',
  EROFS: 'the disk is read-only',
  ESPIPE: 'it is a pipe or a device, not a file',
  ETXTBSY: 'it is a program that runs',
  EXDEV: 'it is on another disk',
  BLOCK_DEVICE: 'it is a disk, not a file',
  SHORT_WRITE: 'the disk kept less than was written',
};

/**
 * What a system error's code means, in words that follow a path and a colon.
 *
 * @param code such as ENOSPC
 * @returns such as "the disk is full", or undefined for a code that has no words here
 */
export function systemReason(code: string): string | undefined {
  return REASONS[code];
}

/** The options of a FileError. */
export interface FileErrorOptions extends ErrorOptions {
  /** Why and what to do, in words. Default: what the code means. */
  readonly reason?: string;
}

/** A file or folder could not be read or written. */
export class FileError extends OutsideError {
  /** Why, in words that follow a colon. */
  readonly reason: string;

  /**
   * @param path the file or folder
   * @param action what was to be done with it: "read", "write to"
   * @param code the system's code, such as ENOENT; SHORT_WRITE when a disk reports no error and keeps less than was
   * written; BLOCK_DEVICE for a disk in a file's place
   */
  constructor(
    readonly path: string,
    readonly action: string,
    readonly code: string,
    options?: FileErrorOptions,
  ) {
    const reason = options?.reason ?? systemReason(code) ?? code;
    super(`cannot ${action} ${path}: ${reason}`, options);
    this.reason = reason;
  }
}

/**
 * Turns a system error into a FileError; whatever else it is passes through.
 *
 * @param error whatever was thrown
 * @param action what was to be done: "read", "write to"
 * @param path the file or folder, as the caller named it
 */
export function asFileError(error: unknown, action: string, path: string): unknown {
  const code = errorCode(error);
  return code !== undefined && 'syscall' in (error as object)
    ? new FileError(path, action, code, { cause: error })
    : error;
}
