import { drawPage } from './draw.js';

/** A model of flowers: nothing can be drawn for it. */
export default function () {
  return drawPage({
    name: 'iris.tenfold.json',
    classes: ['setosa', 'virginica'],
    nFeatures: 4,
    shape: null,
    maximum: 255,
    isMaximumKnown: false,
    views: ['linear-weights'],
    transformers: [],
  });
}
