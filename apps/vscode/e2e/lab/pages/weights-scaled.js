import { weightsPage } from './weights.js';

/** The weights of a pipeline that scales first. */
export default function () {
  return weightsPage([{ name: 'standard-scaler', params: {} }]);
}
