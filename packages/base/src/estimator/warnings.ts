import type { Label } from '@tenfold/linalg';

/** Says that a solver stopped before its stopping rule was met. The model is usable, but another fit may be better. */
export interface ConvergenceWarning {
  readonly kind: 'convergence';
  /** The class whose problem it was, with one-vs-rest; undefined when there is only one problem. */
  readonly label: Label | undefined;
  /** Iterations done. */
  readonly nIter: number;
  /** What happened and what may help, in words. */
  readonly message: string;
}
