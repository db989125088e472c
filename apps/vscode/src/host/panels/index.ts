import { comparisonPanel } from './comparison.js';
import { confusionMatrixPanel } from './confusion-matrix.js';
import { reportPanel } from './report.js';
import { trainingCurvePanel } from './training-curve.js';
import type { Panel } from '../services.js';

/** All panels that come back after a reload. */
export const panels = [
  comparisonPanel,
  confusionMatrixPanel,
  reportPanel,
  trainingCurvePanel,
] as unknown as readonly Panel[];
