/** The hyper-parameters of `MinMaxScaler`: scikit-learn's, in camel case. */
export interface MinMaxScalerOptions {
  /** What the smallest and the largest value of each feature become, the first below the second. Default [0, 1]. */
  featureRange?: readonly [low: number, high: number];
  /** Whether values of other rows that come to lie outside the range are set to its ends. Default false. */
  clip?: boolean;
}
