import './legend-strip.css';

import type { ComponentChildren } from 'preact';

import { PixelCanvas } from './pixel-canvas.js';

/** Steps of a legend's strip; an odd number, so that one of them is the middle. */
export const LEGEND_STEPS = 121;

/** What `LegendStrip` shows. */
export interface LegendStripProps {
  /** The colour of each step. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** The scale in words. */
  readonly label: string;
  /** The numbers below the strip, from its left end to its right one. */
  readonly numbers: readonly string[];
  /** What stands below the numbers. */
  readonly children?: ComponentChildren;
}

/** A scale of colours with its numbers. */
export function LegendStrip({ pixels, label, numbers, children }: LegendStripProps) {
  return (
    <div class="legend">
      <div class="legend-strip">
        <PixelCanvas columns={LEGEND_STEPS} rows={1} pixels={pixels} scale={2} label={label} />
      </div>
      <div class="legend-ends" aria-hidden="true">
        {numbers.map((number, i) => (
          <span key={i}>{number}</span>
        ))}
      </div>
      {children}
    </div>
  );
}
