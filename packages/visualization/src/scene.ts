/** Where a text stands relative to its x: it starts there, is centred there or ends there. */
export type TextAnchor = 'start' | 'middle' | 'end';

/** A filled or outlined rectangle. */
export interface RectMark {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Colour inside, `#rrggbb`. Left out: not filled. */
  readonly fill?: string;
  /** Colour of the outline, `#rrggbb`. Left out: none. */
  readonly stroke?: string;
  /** Width of the outline. Default 1. */
  readonly strokeWidth?: number;
  /** Radius of the corners. Default 0. */
  readonly radius?: number;
  /** What the rectangle shows, in words: a tooltip where the renderer has one. */
  readonly label?: string;
}

/** A rectangle filled with a run of colours, evenly spaced from its lower to its upper edge. */
export interface GradientMark {
  readonly kind: 'gradient';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** At least two colours, `#rrggbb`, the lowest first. */
  readonly colors: readonly string[];
}

/** One line of text. */
export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  /** Height of the font. */
  readonly size: number;
  /** Colour, `#rrggbb`. */
  readonly fill: string;
  /** 400 is regular, 600 is semi-bold. Default 400. */
  readonly weight?: 400 | 600;
  /** Default 'start'. */
  readonly anchor?: TextAnchor;
  /** Degrees, clockwise about (x, y). Default 0. */
  readonly rotate?: number;
}

/** A line through two or more points. */
export interface LineMark {
  readonly kind: 'line';
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Colour, `#rrggbb`. */
  readonly stroke: string;
  /** Default 1. */
  readonly width?: number;
  /** Lengths of dashes and gaps in turn. Left out: solid. */
  readonly dash?: readonly number[];
}

/** A filled disc. */
export interface CircleMark {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Colour, `#rrggbb`. */
  readonly fill: string;
}

/** A small image whose pixels are drawn as sharp squares: a digit. */
export interface ImageMark {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly image: PixelImage;
  /** What the image shows, in words. */
  readonly label?: string;
}

/** Marks that are moved together. */
export interface GroupMark {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly marks: readonly Mark[];
}

/** Anything that a scene can show. */
export type Mark = RectMark | GradientMark | TextMark | LineMark | CircleMark | ImageMark | GroupMark;

/** Pixels, row after row: one byte each (grey, 0 is black) or three (red, green, blue). */
export interface PixelImage {
  readonly rows: number;
  readonly columns: number;
  readonly channels: 1 | 3;
  /** `rows * columns * channels` bytes. */
  readonly pixels: Uint8Array;
}

/** The same content as a table: for those who cannot see the picture, and for copying. */
export interface SceneTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One line of a chart. */
export interface CurveSeries {
  readonly name: string;
  /** Colour, `#rrggbb`. */
  readonly color: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** One of many behind the others, which no legend names. Default false. */
  readonly isBackground?: boolean;
}

/** A panel of a bar chart. */
export interface BarPanel {
  readonly title: string;
  /**
   * The value of an empty bar. Default 0. With another one the rows are dots on an axis, as lengths that do not begin
   * at zero would mislead.
   */
  readonly min?: number;
  /** The value of a full bar, or of the axis's right end. */
  readonly max: number;
  /** The texts at the two ends of an axis of dots. */
  readonly ends?: readonly [low: string, high: string];
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly text: string;
    readonly color: string;
  }[];
}

/**
 * What a scene shows, before it was laid out in pixels. The terminal, whose cells are too coarse for the marks,
 * lays it out afresh.
 */
export type Picture =
  | {
      readonly kind: 'images';
      readonly images: readonly PixelImage[];
      readonly titles: readonly string[];
      /** Dark is what is to be seen, as on paper; otherwise light is. A terminal without colours draws it in characters. */
      readonly isInk?: boolean;
    }
  | {
      readonly kind: 'heatmap';
      readonly labels: readonly string[];
      /** Text of each cell, row by row. */
      readonly texts: readonly (readonly string[])[];
      /** Background of each cell, `#rrggbb`. */
      readonly fills: readonly (readonly string[])[];
      /** Colour of each cell's text, `#rrggbb`. */
      readonly inks: readonly (readonly string[])[];
      readonly rowTitle: string;
      readonly columnTitle: string;
    }
  | {
      readonly kind: 'curves';
      readonly series: readonly CurveSeries[];
      readonly xTitle: string;
      readonly yTitle: string;
      readonly xRange: readonly [number, number];
      readonly yRange: readonly [number, number];
    }
  | { readonly kind: 'bars'; readonly panels: readonly BarPanel[] };

/**
 * A picture as pure data, which any renderer can draw. Coordinates are in pixels of a screen at scale 1, with
 * the origin at the upper left; marks are drawn in order, later ones on top.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What it is, in a few words. */
  readonly title: string;
  /** What it shows, in a sentence or two, for those who cannot see it. */
  readonly desc: string;
  /** Colour behind everything, `#rrggbb`. */
  readonly background: string;
  readonly marks: readonly Mark[];
  /** The content as a table. */
  readonly table: SceneTable;
  /** The content before layout. */
  readonly picture: Picture;
}
