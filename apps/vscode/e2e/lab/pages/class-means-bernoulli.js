import { classMeansPage } from '../class-means-page.js';
import { digitsRun } from '../digits-run.js';
import { readModel } from '../model-weights.js';

/** How probable it is that each pixel is on. */
export default async function () {
  const { name, files } = await digitsRun({ binarize: 7 }, 'bernoulli-nb');
  return classMeansPage(await readModel(files['model.json']), name);
}
