/** How much ink there is at each place of a drawing, 0 to 255, row after row. */
export interface Ink {
  readonly values: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/** A part of a drawing: its left and top edge, and its size. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The least ink that counts as some. */
const SOME = 1;

/** The smallest box around all ink; undefined when there is none. */
export function inkBox({ values, width, height }: Ink): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (values[y * width + x] < SOME) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** The size of a box that has been scaled to fit another, keeping its shape; at least 1 each way. */
export function fitInto(box: Box, width: number, height: number): { width: number; height: number } {
  const scale = Math.min(width / box.width, height / box.height);
  return {
    width: Math.min(width, Math.max(1, Math.round(box.width * scale))),
    height: Math.min(height, Math.max(1, Math.round(box.height * scale))),
  };
}

/**
 * Scales a part of a drawing. Each new pixel is the mean of the area that it covers, which is what antialiasing is.
 *
 * @param ink the drawing
 * @param box the part
 * @param width of the result
 * @param height of the result
 * @returns row after row, 0 to 255
 */
export function scaleArea(ink: Ink, box: Box, width: number, height: number): Float64Array {
  const columns = spans(box.left, box.width, width);
  const rows = spans(box.top, box.height, height);
  const out = new Float64Array(width * height);
  rows.forEach((row, y) => {
    columns.forEach((column, x) => {
      let sum = 0;
      for (const [sourceY, shareY] of row) {
        for (const [sourceX, shareX] of column) {
          sum += shareY * shareX * ink.values[sourceY * ink.width + sourceX];
        }
      }
      out[y * width + x] = sum;
    });
  });
  return out;
}

/** Steeper than this a digit is not straightened: what is wider than it is high has no slant. */
const STEEPEST = 1;

/**
 * A part of a drawing without its slant: rows are moved aside so that columns and rows of the ink are uncorrelated.
 *
 * @param ink the drawing
 * @param box the part
 * @returns the part alone, with room at both sides
 */
export function upright(ink: Ink, box: Box): Ink {
  const slant = Math.min(Math.max(slantOf(ink, box), -STEEPEST), STEEPEST);
  const middle = (box.height - 1) / 2;
  const room = Math.ceil(Math.abs(slant) * middle);
  const width = box.width + 2 * room;
  const values = new Float64Array(width * box.height);
  for (let y = 0; y < box.height; y++) {
    const row = (box.top + y) * ink.width + box.left;
    const shift = slant * (y - middle) - room;
    const whole = Math.floor(shift);
    const part = shift - whole;
    for (let x = 0; x < width; x++) {
      const from = x + whole;
      const first = from >= 0 && from < box.width ? ink.values[row + from] : 0;
      const next = from + 1 >= 0 && from + 1 < box.width ? ink.values[row + from + 1] : 0;
      values[y * width + x] = (1 - part) * first + part * next;
    }
  }
  return { values, width, height: box.height };
}

/** By how many columns the ink of a part moves aside from row to row. */
function slantOf(ink: Ink, box: Box): number {
  let [mass, sumX, sumY, sumXY, sumYY] = [0, 0, 0, 0, 0];
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const value = ink.values[(box.top + y) * ink.width + box.left + x];
      mass += value;
      sumX += value * x;
      sumY += value * y;
      sumXY += value * x * y;
      sumYY += value * y * y;
    }
  }
  const spread = sumYY - (sumY * sumY) / mass;
  return spread > 0 ? (sumXY - (sumX * sumY) / mass) / spread : 0;
}

type Span = readonly (readonly [source: number, share: number])[];

/** For each new pixel along one axis the old ones that it covers, and the share of each. */
function spans(start: number, length: number, count: number): Span[] {
  const step = length / count;
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [i * step, (i + 1) * step];
    const span: (readonly [number, number])[] = [];
    for (let source = Math.floor(from); source < to && source < length; source++) {
      const share = (Math.min(to, source + 1) - Math.max(from, source)) / step;
      if (share > 0) span.push([start + source, share]);
    }
    return span;
  });
}
