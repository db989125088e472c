import { digitsRun } from '../digits-run.js';
import { readModel, say, shownModel } from '../model-weights.js';
import { drawPage } from './draw.js';

/** A surface to draw on, before a model without weights. */
export default async function () {
  const { name, files } = await digitsRun({ nNeighbors: 3 }, 'knn');
  const model = await readModel(files['model.json']);
  return drawPage(await shownModel(model, name), (image) => say(model, image));
}
