import { errorCode, OutsideError } from '@tenfold/errors';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file of that name is in the way',
  EACCES: 'the permission is missing',
  EPERM: 'the permission is missing',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
};

/** A file or folder could not be read or written. */
export class FileError extends OutsideError {
  /**
   * @param path the file or folder
   * @param action what was to be done with it: "read", "write to"
   * @param code the system's code, such as ENOENT
   */
  constructor(
    readonly path: string,
    readonly action: string,
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`cannot ${action} ${path}: ${REASONS[code] ?? code}`, options);
  }
}

/** Turns a system error into a FileError; whatever else it is passes through. */
export function asFileError(error: unknown, action: string, path: string): unknown {
  const code = errorCode(error);
  return code !== undefined && 'syscall' in (error as object)
    ? new FileError(path, action, code, { cause: error })
    : error;
}
