/**
 * Who can mend an error: the caller ("input"), someone outside the program such as a file system or a server
 * ("outside"), or Tenfold's own authors ("internal").
 */
export type ErrorKind = 'input' | 'outside' | 'internal';

/**
 * The root of every error that Tenfold throws on purpose. `kind` says who can mend it; the class and its
 * fields carry the numbers. A cancelled job is not an error of Tenfold's: it rejects with its signal's reason.
 */
export abstract class TenfoldError extends Error {
  /** Who can mend it. */
  abstract readonly kind: ErrorKind;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The caller passed something that cannot work: a parameter, a shape, a value, a file of another format. */
export class InputError extends TenfoldError {
  readonly kind = 'input';
}

/** The world outside failed: a disk, a network, another process. The same call may work later. */
export class OutsideError extends TenfoldError {
  readonly kind = 'outside';
}

/** Something that Tenfold promises cannot happen did happen. Please report it. */
export class InternalError extends TenfoldError {
  readonly kind = 'internal';
}

/**
 * Tells whether a value is one of Tenfold's errors, also when it comes from a second copy of this package (as
 * an ES module beside a CommonJS one), where `instanceof` would say no.
 */
export function isTenfoldError(value: unknown): value is TenfoldError {
  return (
    value instanceof Error &&
    'kind' in value &&
    (value.kind === 'input' || value.kind === 'outside' || value.kind === 'internal')
  );
}
