import type { AnyClassifier } from '@tenfold/base';
import { classifierFromJSON } from '@tenfold/runs';

/** Models by the text of their files. The last ones are kept: a drawn digit asks at every stroke. */
export class Models {
  readonly #kept = new Map<string, AnyClassifier>();

  /**
   * The model of a file.
   *
   * @param text the file
   * @throws ModelFormatError when it is none
   */
  read(text: string): AnyClassifier {
    const model = this.#kept.get(text) ?? classifierFromJSON(text);
    this.#kept.delete(text);
    this.#kept.set(text, model);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    return model;
  }
}

const KEPT = 3;
