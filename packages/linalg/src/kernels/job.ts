/** A job: a kernel, its arguments, and how it is cut. */
export interface Job {
  /** The kernel's number; see `KERNEL`. */
  readonly kernel: number;
  /** Pieces that any thread may take. */
  readonly blocks: number;
  /** Integers and addresses, by position. */
  readonly integers: readonly number[];
  /** Doubles, by position. */
  readonly doubles?: readonly number[];
  /** Multiply-adds of all blocks, or steps of about that cost. */
  readonly work: number;
  /**
   * Whether a block writes over what it reads, so that it cannot be done again when its thread ends in the middle.
   * Default false.
   */
  readonly inPlace?: boolean | undefined;
  /** Most threads to use; as many as there are processors when left out. Never changes a result. */
  readonly threads?: number | undefined;
  /** Cancels the job. */
  readonly signal?: AbortSignal | undefined;
}
