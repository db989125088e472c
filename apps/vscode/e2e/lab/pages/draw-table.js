import { drawPage } from './draw.js';

/** A model of flowers: nothing can be drawn for it. */
export default function () {
  return drawPage({
    name: 'iris.tenfold.json',
    classes: ['setosa', 'virginica'],
    link: 'binary',
    coef: Float64Array.of(0.2, -0.4, 1.2, 0.9),
    intercept: Float64Array.of(-1),
    shape: null,
    maximum: 255,
    isMaximumKnown: false,
  });
}
