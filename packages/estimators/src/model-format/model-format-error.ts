import { InputError } from '@tenfold/errors';

/**
 * What is wrong with a model file: the text is no JSON, the value is no model of this kind, its version is newer
 * than this library, its parts do not fit each other, or a weight is no finite number.
 */
export type ModelProblem = 'json' | 'format' | 'version' | 'shape' | 'non-finite';

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
