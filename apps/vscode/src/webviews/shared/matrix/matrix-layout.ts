/** Where the parts of a matrix stand, in pixels. */
export interface MatrixLayout {
  /** Side of a cell. */
  readonly cell: number;
  /** Between two cells. */
  readonly gap: number;
  /** Width of the rows' labels. */
  readonly rowLabels: number;
  /** Height of the columns' labels. */
  readonly columnLabels: number;
  /** Whether the columns' labels are written upwards. */
  readonly isUpright: boolean;
}

const LARGEST_CELL = 56;
const LARGEST_CELL_OF_FEW = 96;
/** The most classes that have large cells. */
const FEW = 4;
const CHARACTER = 7.5;
const PADDING = 14;
const LABEL_LIMIT = 140;
const LINE = 22;

/**
 * Finds the size of the cells: as large as the width allows, but never too small to be hit; then the matrix scrolls.
 *
 * @param width what there is
 * @param labels the classes
 */
export function layOutMatrix(width: number, labels: readonly string[]): MatrixLayout {
  const longest = labels.reduce((most, label) => Math.max(most, label.length), 1);
  const labelWidth = Math.min(LABEL_LIMIT, Math.ceil(longest * CHARACTER) + PADDING);
  const rowLabels = Math.min(labelWidth, Math.max(40, width * 0.3));
  const gap = labels.length > 40 ? 1 : 2;
  const room = Math.floor((width - rowLabels) / labels.length) - gap;
  const largest = labels.length <= FEW ? LARGEST_CELL_OF_FEW : LARGEST_CELL;
  const cell = Math.min(largest, Math.max(smallestCell(labels.length), room));
  const isUpright = Math.ceil(longest * CHARACTER) > cell;
  return { cell, gap, rowLabels, columnLabels: isUpright ? labelWidth : LINE, isUpright };
}

/** 24 pixels are what WCAG 2.2 asks of a target; with very many classes the whole counts for more. */
function smallestCell(classes: number): number {
  return classes > 40 ? 16 : 24;
}
