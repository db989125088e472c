import { classMeansPage } from '../class-means-page.js';
import { digitsRun } from '../digits-run.js';
import { readModel } from '../model-weights.js';

/** The means of Gaussian naive Bayes on the digits. */
export default async function () {
  const { name, files } = await digitsRun({}, 'gaussian-nb');
  return classMeansPage(await readModel(files['model.json']), name);
}
