import { digitsRun } from '../digits-run.js';
import { readModel, weightsOf } from '../model-weights.js';
import { drawPage } from './draw.js';

/** A surface to draw on, before the tutorial's model of the digits. */
export default async function () {
  const { name, files } = await digitsRun();
  return drawPage(await weightsOf(readModel(files['model.json']), name));
}
