import { type DesignMatrix, storedValues } from '@tenfold/linalg';

/** Columns of a tile of a Gram matrix: where a row has cells in two tiles, all products between these are made. */
const TILE = 4;

/** Rows that are looked at. */
const ROWS = 256;

/** Multiply-adds that a row costs a Gram matrix in the kernels, by the tiles in which some rows have cells. */
export function gramWork(design: DesignMatrix): number {
  const count = Math.min(design.rows, ROWS);
  let work = 0;
  for (let i = 0; i < count; i++) {
    const tiles = tilesOfRow(design, Math.floor((i * design.rows) / count));
    work += (TILE * tiles) ** 2 / 2;
  }
  return work / count;
}

/** Multiply-adds of factoring a matrix, of which the kernels make twice as many in the same time as of others. */
export function factorWork(columns: number): number {
  return columns ** 3 / 12;
}

function tilesOfRow(design: DesignMatrix, row: number): number {
  const { columns } = design;
  const values = storedValues(design);
  const [start, end] =
    design.kind === 'csr'
      ? [design.rowPointers[row], design.rowPointers[row + 1]]
      : [row * columns, (row + 1) * columns];
  let tiles = 0;
  let last = -1;
  for (let p = start; p < end; p++) {
    const column = design.kind === 'csr' ? design.columnIndices[p] : p - start;
    const tile = Math.floor(column / TILE);
    if (tile === last || values[p] === 0) continue;
    last = tile;
    tiles++;
  }
  return tiles;
}
