import { digitsRun } from '../digits-run.js';
import { readModel, say, shownModel } from '../model-weights.js';
import { drawPage } from './draw.js';

/** A surface to draw on, before the tutorial's model of the digits. */
export default async function () {
  const { name, files } = await digitsRun();
  const model = await readModel(files['model.json']);
  return drawPage(await shownModel(model, name), (image) => say(model, image));
}
