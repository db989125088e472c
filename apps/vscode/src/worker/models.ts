import type { AnyClassifier } from '@tenfold/base';
import { classifierFromJSON } from '@tenfold/runs';

import { putLast } from './put-last.js';

/** How many models are kept, of each kind. */
const MOST_MODELS = 3;

/** The models that were used last: by the texts of their files, and by ids under which they are kept for predictions. */
export class Models {
  readonly #byText = new Map<string, AnyClassifier>();
  readonly #byId = new Map<string, AnyClassifier>();

  /**
   * The model of a file.
   *
   * @param text the file
   * @throws ModelFormatError when it is none
   */
  read(text: string): AnyClassifier {
    const model = this.#byText.get(text) ?? classifierFromJSON(text);
    putLast(this.#byText, text, model, MOST_MODELS);
    return model;
  }

  /** Keeps the model of a file under an id. Throws as `read`. */
  keep(id: string, text: string): void {
    putLast(this.#byId, id, this.read(text), MOST_MODELS);
  }

  /** The model of an id; undefined when none is kept under it any more. */
  find(id: string): AnyClassifier | undefined {
    const model = this.#byId.get(id);
    if (model !== undefined) putLast(this.#byId, id, model, MOST_MODELS);
    return model;
  }
}
