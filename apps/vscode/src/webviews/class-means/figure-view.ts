import { scaleLinear } from 'd3-scale';

import type { ClassFigure } from '../../protocol/webviews/class-means.js';
import { t } from '../shared/text.js';

/** What a figure is called on its button. */
export function figureTitle(name: string, label: string): string {
  const titles: Readonly<Record<string, string>> = {
    mean: t('Means'),
    variance: t('Variances'),
    probability: t('Probabilities of Being On'),
  };
  return Object.hasOwn(titles, name) ? titles[name] : label;
}

/** The values that the ends of a scale stand for. */
export interface Bounds {
  readonly lowest: number;
  readonly highest: number;
  /** Whether there are values on both sides of 0, which is then the middle of the scale. */
  readonly isDiverging: boolean;
}

/** The bounds of a figure's scale, the same for all classes: 0 is always one of them, or the middle. */
export function boundsOf({ values, range }: Pick<ClassFigure, 'values' | 'range'>): Bounds {
  const [lowest, highest] = range ?? [
    values.reduce((least, value) => Math.min(least, value), 0),
    values.reduce((most, value) => Math.max(most, value), 0),
  ];
  if (lowest < 0 && highest > 0) {
    const limit = Math.max(-lowest, highest);
    return { lowest: -limit, highest: limit, isDiverging: true };
  }
  return lowest === highest
    ? { lowest, highest: lowest + 1, isDiverging: false }
    : { lowest, highest, isDiverging: false };
}

/** The place of a value between the ends of a scale, from 0 to 1. */
export function placeBetween({ lowest, highest }: Bounds): (value: number) => number {
  return scaleLinear([lowest, highest], [0, 1]).clamp(true);
}

/** A number as a legend or a cell shows it. */
export function shortNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const digits = size >= 1e-3 && size < 1e6 ? String(Number(size.toPrecision(4))) : size.toExponential(2);
  return value < 0 ? `−${digits}` : digits;
}
