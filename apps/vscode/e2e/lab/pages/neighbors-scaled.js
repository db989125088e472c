import { neighborsPage } from './neighbors.js';

/** The same of a pipeline: images in the units of the data, distances in those of the scaler. */
export default function () {
  return neighborsPage({ nNeighbors: 5 }, [{ name: 'standard-scaler', params: {} }]);
}
