/** How a file of data is opened: as text, by the viewer of arrays, or by the one for NumPy's files. */
export type DataFileKind = 'table' | 'idx' | 'numpy';

/** What kind of data a file holds, by its name. */
export function dataFileKind(path: string): DataFileKind {
  if (/\.(csv|tsv)$/i.test(path)) return 'table';
  return /\.np[yz]$/i.test(path) ? 'numpy' : 'idx';
}
