import { putImage } from './image-grid-atlas.js';
import type { Images } from './image-grid-images.js';
import type { GridLayout } from './image-grid-layout.js';
import type { VisibleRange } from './virtual-scroll.js';

/** What stands below an image: at its left and at its right. */
export interface Caption {
  readonly text: string;
  readonly note: string;
  /** Whether it is of a misclassified image. */
  readonly isWrong: boolean;
}

/** The colours of a grid, as CSS writes them. */
export interface GridColors {
  readonly text: string;
  readonly muted: string;
  readonly wrong: string;
  readonly focus: string;
  readonly selected: string;
  readonly empty: string;
  /** Around every image, where black images would lie on black ground. */
  readonly frame: string | undefined;
  readonly font: string;
}

/** What is painted. */
export interface GridPicture {
  readonly images: Images;
  readonly layout: GridLayout;
  readonly range: VisibleRange;
  /** Where the visible range begins, in pixels of all rows. */
  readonly position: number;
  readonly ratio: number;
  readonly colors: GridColors;
  readonly caption: (image: number) => Caption;
  readonly active: number;
  readonly hasFocus: boolean;
  readonly selected: ReadonlySet<number>;
}

/** Paints grids: all visible images go into one sheet, which is made once and from which each is drawn. */
export class GridPainter {
  readonly #sheet = document.createElement('canvas');
  readonly #context = this.#sheet.getContext('2d');
  #data: ImageData | undefined;
  #pixels = new Uint32Array(0);

  /** Paints the visible range onto a canvas with the screen's pixels. */
  paint(context: CanvasRenderingContext2D, picture: GridPicture): void {
    const { layout, range, ratio, position } = picture;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    const places = this.#fillSheet(picture);
    context.imageSmoothingEnabled = layout.imageWidth * ratio < picture.images.shape[1];
    const snap = (value: number): number => Math.round(value * ratio);
    const [width, height] = [snap(layout.imageWidth), snap(layout.imageHeight)];
    context.font = `${snap(12)}px ${picture.colors.font}`;
    context.textBaseline = 'alphabetic';
    for (let image = range.first; image < range.end; image++) {
      const x = snap(layout.margin + (image % layout.columns) * layout.cellWidth);
      const y = snap(layout.margin + Math.floor(image / layout.columns) * layout.cellHeight - position);
      this.#drawImage(context, picture, places.get(image), [x, y, width, height]);
      drawFrame(context, picture, image, [x, y, width, height]);
      if (layout.caption > 0) drawCaption(context, picture, image, [x, y + height, width]);
    }
  }

  #drawImage(
    context: CanvasRenderingContext2D,
    { images: { shape }, colors }: GridPicture,
    place: readonly [number, number] | undefined,
    [x, y, width, height]: readonly [number, number, number, number],
  ): void {
    if (place !== undefined) {
      context.drawImage(this.#sheet, place[0], place[1], shape[1], shape[0], x, y, width, height);
      return;
    }
    context.fillStyle = colors.empty;
    context.fillRect(x, y, width, height);
  }

  /** Puts the images that are here into the sheet. Gives the place of each. */
  #fillSheet({ images, range }: GridPicture): Map<number, readonly [number, number]> {
    const [height, width] = images.shape;
    const count = range.end - range.first;
    const across = Math.max(1, Math.min(count, Math.floor(2048 / width)));
    const down = Math.ceil(count / across);
    const data = this.#dataOf(across * width, down * height);
    const places = new Map<number, readonly [number, number]>();
    if (data === undefined) return places;
    for (let i = 0; i < count; i++) {
      const pixels = images.get(range.first + i);
      if (pixels === undefined) continue;
      const [x, y] = [(i % across) * width, Math.floor(i / across) * height];
      putImage(this.#pixels, data.width, y * data.width + x, pixels, images.shape);
      places.set(range.first + i, [x, y]);
    }
    this.#context?.putImageData(data, 0, 0, 0, 0, across * width, down * height);
    return places;
  }

  #dataOf(width: number, height: number): ImageData | undefined {
    if (width === 0 || height === 0) return undefined;
    if (this.#data === undefined || this.#data.width < width || this.#data.height < height) {
      this.#sheet.width = Math.max(width, this.#sheet.width);
      this.#sheet.height = Math.max(height, this.#sheet.height);
      this.#data = this.#context?.createImageData(this.#sheet.width, this.#sheet.height);
      if (this.#data !== undefined) this.#pixels = new Uint32Array(this.#data.data.buffer);
    }
    return this.#data;
  }
}

type Box = readonly [x: number, y: number, width: number, height: number];

function drawFrame(
  context: CanvasRenderingContext2D,
  { selected, active, hasFocus, colors, ratio, caption, layout }: GridPicture,
  image: number,
  [x, y, width, height]: Box,
): void {
  const frame = (color: string, thickness: number, outset: number): void => {
    const [line, out] = [Math.round(thickness * ratio), Math.round(outset * ratio)];
    context.strokeStyle = color;
    context.lineWidth = line;
    const move = out - line / 2;
    context.strokeRect(x - move, y - move, width + 2 * move, height + 2 * move);
  };
  if (layout.caption > 0 && caption(image).isWrong) frame(colors.wrong, 1, 1);
  else if (colors.frame !== undefined) frame(colors.frame, 1, 1);
  if (selected.has(image)) frame(colors.selected, 2, 2);
  if (image === active && hasFocus) frame(colors.focus, 2, selected.has(image) ? 4 : 2);
}

function drawCaption(
  context: CanvasRenderingContext2D,
  { caption, colors, ratio }: GridPicture,
  image: number,
  [x, bottom, width]: readonly [number, number, number],
): void {
  const { text, note, isWrong } = caption(image);
  const baseline = bottom + Math.round(13 * ratio);
  const gap = Math.round(4 * ratio);
  const shown = fit(context, text, width);
  context.fillStyle = isWrong ? colors.wrong : colors.text;
  context.textAlign = 'left';
  context.fillText(shown, x, baseline);
  const taken = context.measureText(shown).width + gap;
  if (taken + context.measureText(note).width > width) return;
  context.fillStyle = colors.muted;
  context.textAlign = 'right';
  context.fillText(note, x + width, baseline);
}

/** A text that is too long for a width, cut. */
function fit(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let end = Math.min(text.length, 60);
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return `${text.slice(0, end)}…`;
}
