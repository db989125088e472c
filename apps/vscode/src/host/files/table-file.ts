/** Whether a file is a table, by its name. */
export function isTable(path: string): boolean {
  return /\.(csv|tsv|txt)(\.gz)?$/i.test(path);
}
