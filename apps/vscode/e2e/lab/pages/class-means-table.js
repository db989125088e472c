import { classMeansPage } from '../class-means-page.js';
import { flowersModel } from '../flowers.js';

/** The means of a table that holds no images. */
export default async function () {
  const { model } = await flowersModel('gaussian-nb');
  return classMeansPage(model, 'flowers.csv · gaussian-nb');
}
