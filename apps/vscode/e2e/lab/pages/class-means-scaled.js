import { classMeansPage } from '../class-means-page.js';
import { digitsRun } from '../digits-run.js';
import { readModel } from '../model-weights.js';

/** The means of a pipeline that scales first: above and below 0. */
export default async function () {
  const { name, files } = await digitsRun({}, 'gaussian-nb', [{ name: 'standard-scaler', params: {} }]);
  return classMeansPage(await readModel(files['model.json']), name);
}
