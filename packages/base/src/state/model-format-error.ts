import { InputError, isTenfoldError } from '@tenfold/core';

/**
 * What is wrong with a model file: the text is no JSON, the value is no model of this kind, its version is newer
 * than this library, its estimator is none of those that were expected, its parts do not fit each other, a number is not
 * finite, or its text is longer than a string can be.
 */
export type ModelProblem = 'json' | 'format' | 'version' | 'estimator' | 'shape' | 'non-finite' | 'size';

/** A value or text that should be a model is none that can be read. */
export class ModelFormatError extends InputError {
  /**
   * @param problem what is wrong, for programs
   * @param detail what is wrong, in words: what was expected and what came
   * @param options `source`: where the model came from, such as its file (default "model"); `cause`: the error behind it
   */
  constructor(
    readonly problem: ModelProblem,
    readonly detail: string,
    options: ErrorOptions & { source?: string } = {},
  ) {
    super(`${options.source ?? 'model'}: ${detail}`, options);
  }
}

/** Runs a reader; what it refuses as a user's mistake is one of the model that is read. */
export function asFormatError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ModelFormatError || !isTenfoldError(error)) throw error;
    throw new ModelFormatError('format', error.message, { cause: error });
  }
}
