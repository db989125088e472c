import { checkNames, checkOneOf, formatCount, formatQuantity, formatShare } from '@tenfold/core';
import type { Labels, MatrixLike } from '@tenfold/linalg';

import { PAPER } from '../colors/palette.js';
import { labelTexts, optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { type HeatmapData, heatmapData, type Normalization } from './heatmap-data.js';
import { type HeatmapTexts, layOutHeatmap } from './heatmap-layout.js';
import { heatmapMarks } from './heatmap-marks.js';
import { HEATMAP_STYLES, type HeatmapStyle, type HeatmapStyleName, heatmapStyles } from './heatmap-style.js';
import { mergeCells, type MergedCells, MOST_ANNOTATED } from './merged-cells.js';
import { mistakesTable } from './mistakes-table.js';

/** The options of `confusionHeatmap`. */
export interface ConfusionHeatmapOptions {
  /**
   * 'tenfold' (the default): blue where the model was right, orange where it was wrong, by share of the actual
   * class, with recall and precision at the edges. 'seaborn': as the tutorial's `sns.heatmap` with Blues_r and
   * three decimals. 'matplotlib': as the tutorial's `plt.imshow` with Pastel1.
   */
  style?: HeatmapStyleName;
  /** The heading. Default: "Accuracy Score: …" for seaborn's style, otherwise "Confusion matrix". Empty: none. */
  title?: string;
  /** The classes in the order of the rows. Default 0, 1, 2, … */
  labels?: Labels;
  /** Divide by the row's sum ('true'), the column's ('pred') or the whole ('all'), as scikit-learn names them. Default 'none'. */
  normalize?: Normalization;
  /** What the rows are called. Default "Actual label". */
  rowTitle?: string;
  /** What the columns are called. Default "Predicted label". */
  columnTitle?: string;
}

/**
 * A scene of a confusion matrix: one square a cell, coloured and annotated. The cells of more than 40 classes are the
 * pixels of an image, without numbers and with some of the labels; of more than 500 classes several share a pixel, which
 * has the colour of the strongest. The table of such a matrix lists its mistakes, the largest first.
 *
 * @param cm counts, or shares that were normalised before: row i is the actual class i, column j the predicted class j
 * @throws ShapeError when `cm` is not square, is empty, or labels are not as many as rows
 * @throws ParameterError when a value is negative or an option is none of its choices
 * @throws NonFiniteError when a value is NaN or infinite
 */
export function confusionHeatmap(cm: MatrixLike, options: ConfusionHeatmapOptions = {}): Scene {
  const owner = 'confusionHeatmap';
  checkNames(owner, options, ['style', 'title', 'labels', 'normalize', 'rowTitle', 'columnTitle']);
  const styleName = checkOneOf(owner, 'style', options.style ?? 'tenfold', HEATMAP_STYLES);
  const normalize = checkOneOf(owner, 'normalize', options.normalize ?? 'none', [
    'none',
    'true',
    'pred',
    'all',
  ]);
  const data = heatmapData(owner, cm, normalize);
  const style = heatmapStyles[styleName];
  const isLarge = data.size > MOST_ANNOTATED;
  const title = optionalText(owner, 'title', options.title, defaultTitle(styleName, data));
  const texts: HeatmapTexts = {
    title,
    subtitle: styleName === 'tenfold' ? summary(data) : '',
    rowTitle: optionalText(owner, 'rowTitle', options.rowTitle, 'Actual label'),
    columnTitle: optionalText(owner, 'columnTitle', options.columnTitle, 'Predicted label'),
    labels: labelTexts(owner, options.labels ?? data.values.map((_, index) => index), data.size, 'classes'),
    cells: isLarge ? [] : data.values.map((row) => Array.from(row, (value) => style.format(value, data))),
  };
  const shared = {
    title: title || 'Confusion matrix',
    desc: describeHeatmap(data, texts),
    background: PAPER,
  };
  return { ...shared, ...(isLarge ? largeMatrix(data, texts, style) : annotatedMatrix(data, texts, style)) };
}

type Drawn = Omit<Scene, 'title' | 'desc' | 'background'>;

/** Each cell a square with its number. */
function annotatedMatrix(data: HeatmapData, texts: HeatmapTexts, style: HeatmapStyle): Drawn {
  const fills = data.values.map((row, i) => Array.from(row, (_, j) => style.fill(data, i, j)));
  const inks = data.values.map((row, i) => Array.from(row, (value, j) => style.textInk(fills[i][j], value)));
  const layout = layOutHeatmap(data, texts, style);
  const { labels, cells, rowTitle, columnTitle } = texts;
  return {
    width: layout.width,
    height: layout.height,
    marks: heatmapMarks({ data, texts, style, layout, cells: { fills, inks } }),
    table: {
      caption: `${texts.title || 'Confusion matrix'} (rows: ${rowTitle}, columns: ${columnTitle})`,
      columns: [`${rowTitle} \\ ${columnTitle}`, ...labels],
      rows: labels.map((label, row) => [label, ...cells[row]]),
    },
    picture: { kind: 'heatmap', labels, texts: cells, fills, inks, rowTitle, columnTitle },
  };
}

/** All cells one image: a few hundred classes would need as many thousands of numbers. */
function largeMatrix(data: HeatmapData, plain: HeatmapTexts, style: HeatmapStyle): Drawn {
  const cells = mergeCells(data, style);
  const texts = { ...plain, subtitle: largeSubtitle(plain.subtitle, style, cells) };
  const layout = layOutHeatmap(data, texts, style, cells);
  return {
    width: layout.width,
    height: layout.height,
    marks: heatmapMarks({ data, texts, style, layout, cells }),
    table: mistakesTable(data, texts, texts.title || 'Confusion matrix', (value) =>
      style.format(value, data),
    ),
    picture: {
      kind: 'images',
      images: [cells.image],
      titles: [`Rows: ${texts.rowTitle}. Columns: ${texts.columnTitle}.`],
      isInk: true,
    },
  };
}

function largeSubtitle(subtitle: string, { key }: HeatmapStyle, { merged }: MergedCells): string {
  const shared = merged > 1 ? `a pixel is the strongest of ${merged} × ${merged} cells` : '';
  return [subtitle, key ?? '', shared].filter((part) => part !== '').join('; ');
}

function defaultTitle(style: HeatmapStyleName, { accuracy }: HeatmapData): string {
  return style === 'seaborn' && !Number.isNaN(accuracy) ? `Accuracy Score: ${accuracy}` : 'Confusion matrix';
}

function summary({ accuracy, total }: HeatmapData): string {
  return Number.isNaN(accuracy) ? '' : `${formatShare(accuracy)} of ${formatCount(total)} right`;
}

function describeHeatmap(data: HeatmapData, { labels }: HeatmapTexts): string {
  const words = [`Confusion matrix of ${formatQuantity(data.size, 'class', 'classes')}.`];
  if (!Number.isNaN(data.accuracy)) words.push(`${summary(data)}.`);
  const worst = largestError(data);
  if (worst !== undefined) {
    words.push(`Most often ${labels[worst.row]} was taken for ${labels[worst.column]}.`);
  }
  return words.join(' ');
}

function largestError({ values }: HeatmapData): { row: number; column: number } | undefined {
  let most = 0;
  let found: { row: number; column: number } | undefined;
  values.forEach((row, i) =>
    row.forEach((value, j) => {
      if (i === j || value <= most) return;
      most = value;
      found = { row: i, column: j };
    }),
  );
  return found;
}
