import { digitsRun } from '../digits-run.js';
import { modelPage } from './model.js';

/** The file of a model without weights. */
export default async function () {
  const { files } = await digitsRun({ nNeighbors: 3 }, 'knn');
  return modelPage('neighbours.tenfold.json', Buffer.from(files['model.json']));
}
