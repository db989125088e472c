import { type DesignMatrix, toDesignMatrix } from '@tenfold/linalg';
import { RandomState } from '@tenfold/random';

/** A little data set that is as hard to fit as images are. */
export interface Strokes {
  readonly design: DesignMatrix;
  /** The class of each row, 0 to `classes` - 1. */
  readonly codes: Int32Array;
}

type Pen = readonly (readonly [x: number, y: number])[];

/** Half the width of a stroke, and how far a sample's corners stray from its class's, as shares of the side. */
const HALF_WIDTH = 0.12;
const STRAY = 0.08;

/**
 * Images of pen strokes, cells of 0 to 1: a class is a polyline of four corners, a sample one with its corners moved,
 * and some samples are labelled at random. Neighbouring pixels nearly agree and most are empty, so that plain L-BFGS
 * needs hundreds of evaluations, as on digits.
 */
export function strokes({ rows = 1500, side = 10, classes = 10, noise = 0.1, seed = 7 } = {}): Strokes {
  const random = new RandomState(seed);
  const pens: Pen[] = Array.from({ length: classes }, () =>
    Array.from({ length: 4 }, () => [random.uniform(0.15, 0.85), random.uniform(0.15, 0.85)]),
  );
  const codes = new Int32Array(rows);
  const images = Array.from(codes, (_, i) => {
    codes[i] = random.randint(0, classes);
    const pen: Pen = pens[codes[i]].map(([x, y]) => [
      x + STRAY * random.standardNormal(),
      y + STRAY * random.standardNormal(),
    ]);
    if (random.random() < noise) codes[i] = random.randint(0, classes);
    return draw(pen, side);
  });
  return { design: toDesignMatrix(images, { owner: 'strokes' }), codes };
}

function draw(pen: Pen, side: number): Float64Array {
  return Float64Array.from({ length: side * side }, (_, cell) => {
    const [x, y] = [((cell % side) + 0.5) / side, (Math.floor(cell / side) + 0.5) / side];
    const nearest = Math.min(...pen.slice(1).map((end, k) => distance([x, y], pen[k], end)));
    return Math.max(0, 1 - nearest / HALF_WIDTH);
  });
}

function distance([x, y]: Pen[number], [ax, ay]: Pen[number], [bx, by]: Pen[number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
