import { confusionMatrixPanel } from './confusion-matrix.js';
import type { Panel } from '../services.js';

/** All panels that come back after a reload. */
export const panels = [confusionMatrixPanel] as unknown as readonly Panel[];
