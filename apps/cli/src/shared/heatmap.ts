import { resultHeatmap } from '@tenfold/runs';
import { checkOneOf, type HeatmapStyleName, type Label, type Scene } from 'tenfold';

import { styles } from '../options/flags.js';

/**
 * Checks a heatmap's style.
 *
 * @throws ParameterError when there is none of that name
 */
export function checkStyle(style: string): HeatmapStyleName {
  return checkOneOf('heatmap', 'style', style, styles);
}

/** The picture of a confusion matrix in a style. */
export function heatmapOf(result: { confusionMatrix: number[][]; classes: Label[] }, style: string): Scene {
  return resultHeatmap(result, checkStyle(style));
}
