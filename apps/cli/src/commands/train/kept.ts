/** What a training run left on the disk. */
export interface Kept {
  /** The run's folder, or null. */
  run: string | null;
  /** Each file or folder with what it is. */
  files: [what: string, path: string][];
}
