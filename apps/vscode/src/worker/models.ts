import { type LogisticRegression, modelFromJSON } from '@tenfold/estimators';

/** Models by the text of their files. The last ones are kept: a drawn digit asks at every stroke. */
export class Models {
  readonly #kept = new Map<string, LogisticRegression>();

  /**
   * The model of a file.
   *
   * @param text the file
   * @throws SyntaxError, ModelFormatError when it is none
   */
  read(text: string): LogisticRegression {
    const model = this.#kept.get(text) ?? modelFromJSON(text);
    this.#kept.delete(text);
    this.#kept.set(text, model);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    return model;
  }
}

const KEPT = 3;
