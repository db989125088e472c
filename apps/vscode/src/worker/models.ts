import type { AnyClassifier } from '@tenfold/base';
import { classifierFromJSON } from '@tenfold/runs';

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
    putLast(this.#byText, text, model);
    return model;
  }

  /** Keeps the model of a file under an id. Throws as `read`. */
  keep(id: string, text: string): void {
    putLast(this.#byId, id, this.read(text));
  }

  /** The model of an id; undefined when none is kept under it any more. */
  find(id: string): AnyClassifier | undefined {
    const model = this.#byId.get(id);
    if (model !== undefined) putLast(this.#byId, id, model);
    return model;
  }
}

/** How many models are kept, of each kind. */
const MOST_MODELS = 3;

/** Puts a model last; of more than `MOST_MODELS` the first goes. */
function putLast(models: Map<string, AnyClassifier>, key: string, model: AnyClassifier): void {
  models.delete(key);
  models.set(key, model);
  for (const oldest of [...models.keys()].slice(0, -MOST_MODELS)) models.delete(oldest);
}
