/** The hyper-parameters of `GaussianNB`: scikit-learn's, in camel case. */
export interface GaussianNBOptions {
  /**
   * The probability of each class before anything is seen, in the order of the classes: each 0 or more, together 1. Null
   * (default) takes the shares of the rows of `fit`.
   */
  priors?: readonly number[] | null;
  /** The part of the largest variance of a feature that is added to all variances, 0 or more. Default 1e-9. */
  varSmoothing?: number;
}
