import { errorCode, errorMessage, OutsideError } from '@tenfold/core';
import { ModelFormatError, type ModelJson, type Provenance } from '@tenfold/base';
import { asFileError, FileError, readWhole, writeWhole } from '@tenfold/files';

import { formatModel, isTooLong, tooLarge } from '../format-model.js';
import { modelFromJSON, type ModelClass } from '../model-from-json.js';

/** A model file cannot be read or written. `code` is a FileError's: ENOENT, EACCES and so on. */
export class ModelFileError extends OutsideError {
  readonly code: string | undefined;

  constructor(
    action: 'read' | 'write',
    readonly path: string,
    options: { cause: unknown },
  ) {
    const cause = asFileError(options.cause, action, path);
    const reason = cause instanceof FileError ? cause.reason : errorMessage(cause);
    super(`cannot ${action} the model ${path}: ${reason}`, options);
    this.code = errorCode(cause);
  }
}

/** What can be written to a file: any fitted estimator. */
export interface Storable {
  toJSON(): ModelJson;
}

/**
 * Writes a fitted model to a file, as `writeWhole` of @tenfold/files does: a crash or a full disk leaves the old
 * file or the new one.
 *
 * @param path where to
 * @param model a fitted model
 * @param provenance where it comes from; when left out, what the model carries already
 * @throws NotFittedError, ModelFileError when the file cannot be written, ModelFormatError when its text would be too long
 */
export async function saveModel(path: string, model: Storable, provenance?: Provenance): Promise<void> {
  const value = model.toJSON();
  const text = formatModel(provenance === undefined ? value : { ...value, provenance });
  try {
    await writeWhole(path, text);
  } catch (cause) {
    throw new ModelFileError('write', path, { cause });
  }
}

/**
 * Reads a model from a file.
 *
 * @param path where from
 * @param classes the classes that it may be of
 * @param options how it is read
 * @param options.signal stops the reading, of a pipe that nobody writes to for instance; the promise then rejects with the signal's reason
 * @throws ModelFileError when the file cannot be read, ModelFormatError when it holds no model
 */
export async function loadModel<Model>(
  path: string,
  classes: readonly ModelClass<Model>[],
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Model> {
  const text = await readText(path, options.signal);
  try {
    return modelFromJSON(text, classes);
  } catch (error) {
    if (!(error instanceof ModelFormatError)) throw error;
    throw new ModelFormatError(error.problem, error.detail, { source: path, cause: error });
  }
}

async function readText(path: string, signal: AbortSignal | undefined): Promise<string> {
  try {
    const { buffer, byteOffset, byteLength } = await readWhole(path, signal);
    return Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  } catch (cause) {
    signal?.throwIfAborted();
    if (isTooLong(cause)) throw tooLarge({ source: path, cause });
    throw new ModelFileError('read', path, { cause });
  }
}
