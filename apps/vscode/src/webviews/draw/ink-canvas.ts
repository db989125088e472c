import { CELLS, type Drawing, type DrawStep, type StrokePoint, visibleSteps } from './drawing.js';

/** The side of the canvas in its own pixels: a multiple of the sides of all images, 28 and 32. */
export const INK_SIZE = 448;

/** Paints a drawing; opacity is the ink. */
export class InkCanvas {
  readonly #context: CanvasRenderingContext2D;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('This window has no canvas to draw on.');
    this.#context = context;
  }

  /** The colour of the ink; what is drawn already keeps its own. */
  set color(color: string) {
    this.#context.fillStyle = color;
    this.#context.strokeStyle = color;
  }

  /** Paints everything anew. */
  repaint(drawing: Drawing): void {
    this.#context.clearRect(0, 0, INK_SIZE, INK_SIZE);
    for (const step of visibleSteps(drawing)) this.paint(step);
  }

  /**
   * Paints a step.
   *
   * @param step the step
   * @param from of a stroke, the first point that is new
   */
  paint(step: DrawStep, from = 0): void {
    const context = this.#context;
    if (step.kind === 'clear') {
      context.clearRect(0, 0, INK_SIZE, INK_SIZE);
      return;
    }
    context.globalCompositeOperation = step.erases ? 'destination-out' : 'source-over';
    if (step.kind === 'cell') this.#paintCell(step.column, step.row);
    else this.#paintStroke(step.points, step.width, from);
    context.globalCompositeOperation = 'source-over';
  }

  /** How much ink there is at each place, 0 to 255, row after row. */
  ink(): Uint8Array {
    const { data } = this.#context.getImageData(0, 0, INK_SIZE, INK_SIZE);
    return Uint8Array.from({ length: INK_SIZE * INK_SIZE }, (_, i) => data[4 * i + 3]);
  }

  #paintCell(column: number, row: number): void {
    const side = INK_SIZE / CELLS;
    const edge = Math.round(column * side);
    this.#context.fillRect(edge, row * side, side, side);
  }

  #paintStroke(points: readonly StrokePoint[], width: number, from: number): void {
    const context = this.#context;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (let i = from; i < points.length; i++) {
      const [x, y, pressure] = points[i];
      const [fromX, fromY] = points[Math.max(i - 1, 0)];
      context.lineWidth = width * pressure * INK_SIZE;
      context.beginPath();
      context.moveTo(fromX * INK_SIZE, fromY * INK_SIZE);
      context.lineTo(x * INK_SIZE, y * INK_SIZE);
      context.stroke();
    }
  }
}
