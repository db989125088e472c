import { classMeansPanel } from './class-means.js';
import { comparisonPanel } from './comparison.js';
import { confusionMatrixPanel } from './confusion-matrix.js';
import { digitsPanel } from './digits.js';
import { misclassifiedPanel } from './misclassified.js';
import { neighborsPanel } from './neighbors.js';
import { drawPanel } from './draw.js';
import { reportPanel } from './report.js';
import { trainingCurvePanel } from './training-curve.js';
import { weightsPanel } from './weights.js';
import type * as v from 'valibot';

import type { Contract } from '../../protocol/channel.js';
import type { Panel } from '../webview/panel.js';
import type { PanelServices } from './panel-services.js';

/** All panels that come back after a reload. */
export const panels = [
  classMeansPanel,
  comparisonPanel,
  confusionMatrixPanel,
  digitsPanel,
  misclassifiedPanel,
  neighborsPanel,
  drawPanel,
  reportPanel,
  trainingCurvePanel,
  weightsPanel,
] as unknown as readonly Panel<v.GenericSchema, Contract, PanelServices>[];
