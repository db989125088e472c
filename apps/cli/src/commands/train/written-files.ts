/** The files that a training run wrote. */
export interface WrittenFiles {
  /** The run's folder, or null. */
  run: string | null;
  /** Each file or folder with what it is. */
  files: [what: string, path: string][];
}
