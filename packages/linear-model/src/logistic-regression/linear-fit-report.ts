import type { FitReport, FitWeights } from '@tenfold/base';

/** What an iterative fit of a linear model reports after each iteration. */
export interface LinearFitReport extends FitReport<'loss' | 'gradNorm'> {
  /**
   * `loss`: the objective's value, in the solver's scale. `gradNorm`: the gradient's norm that the solver's stopping rule
   * looks at; each solver says which.
   */
  readonly figures: Readonly<Record<'loss' | 'gradNorm', number>>;
  /** The model as it stands: see `FitReport`. */
  readonly weights: () => FitWeights;
}

/** The report of a solver's iteration, with what the solver does not know. */
export function linearReport(
  step: { readonly iteration: number; readonly loss: number; readonly gradNorm: number },
  more: Omit<LinearFitReport, 'iteration' | 'figures'>,
): LinearFitReport {
  const { iteration, loss, gradNorm } = step;
  return { ...more, iteration, figures: { loss, gradNorm } };
}
