import type { Label, Ranking } from '../../protocol/values.js';
import { cleanLabel } from '../shared/clean-label.js';

/** One image behind a cell. */
export interface CellImage {
  /** Its row in the data set. */
  readonly row: number;
  readonly pixels: Uint8Array;
  /** The most probable classes, best first. */
  readonly guesses: readonly { readonly label: string; readonly probability: number | undefined }[];
}

/** What the host gives for a cell; see its contract. */
interface CellAnswer extends Ranking {
  readonly shape: readonly [height: number, width: number] | null;
  readonly page: { readonly rows: Uint32Array; readonly pixels: Uint8Array };
  readonly classes: readonly Label[];
}

/** Takes the host's answer apart, image by image. */
export function cellImages({ shape, page, classes, top, probabilities }: CellAnswer): CellImage[] {
  const { rows, pixels } = page;
  const area = shape === null ? 0 : shape[0] * shape[1];
  const each = rows.length === 0 ? 0 : Math.floor(top.length / rows.length);
  return Array.from(rows, (row, i) => ({
    row,
    pixels: pixels.subarray(i * area, (i + 1) * area),
    guesses: Array.from({ length: each }, (_, k) => ({
      label: cleanLabel(classes[top[i * each + k]] ?? ''),
      probability: probabilities?.[i * each + k],
    })),
  }));
}
