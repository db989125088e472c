import { confusionHeatmap, type Scene } from '@tenfold/visualization';

import type { RunResult } from '../../protocol/training.js';
import type { PictureChoices } from './picture-kinds.js';

const STYLES = { theme: 'tenfold', seaborn: 'seaborn', matplotlib: 'matplotlib' } as const;
const NORMALIZATIONS = { counts: 'none', actual: 'true', predicted: 'pred' } as const;

/** A run's confusion matrix on paper: what a webview shows in the theme's colours has colours of its own there. */
export function confusionScene(
  { confusionMatrix, classes }: Pick<RunResult, 'confusionMatrix' | 'classes'>,
  style: NonNullable<PictureChoices['style']>,
  normalization: NonNullable<PictureChoices['normalization']>,
): Scene {
  return confusionHeatmap(confusionMatrix, {
    style: STYLES[style],
    normalize: NORMALIZATIONS[normalization],
    labels: classes.map(String),
  });
}
