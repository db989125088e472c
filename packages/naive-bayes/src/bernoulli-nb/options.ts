/** The hyper-parameters of `BernoulliNB`: scikit-learn's, in camel case. */
export interface BernoulliNBOptions {
  /** What is added to how often a feature is on, and off, in a class: above 0. Default 1. */
  alpha?: number;
  /** The value above which a feature is on, 0 or more. Default 0. Null takes features that are 0 or 1, and no others. */
  binarize?: number | null;
  /** Whether the shares of the rows of `fit` are the probabilities of the classes; else these are equal. Default true. */
  fitPrior?: boolean;
  /** The probability of each class before anything is seen, in the order of the classes. Null (default): see `fitPrior`. */
  classPrior?: readonly number[] | null;
}
