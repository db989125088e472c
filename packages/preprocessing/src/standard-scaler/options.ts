/** The hyper-parameters of `StandardScaler`: scikit-learn's, in camel case. */
export interface StandardScalerOptions {
  /** Whether the mean of each feature is taken off. Default true. */
  withMean?: boolean;
  /** Whether each feature is divided by its standard deviation. Default true. */
  withStd?: boolean;
}
