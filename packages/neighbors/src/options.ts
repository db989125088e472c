/** The hyper-parameters of `KNeighborsClassifier`: scikit-learn's, in camel case. */
export interface KNeighborsClassifierOptions {
  /** How many neighbours vote, 1 or more and at most the rows of `fit`. Default 5. */
  nNeighbors?: number;
  /**
   * What a vote weighs: `'uniform'` (default), all alike, or `'distance'`, one over the distance; rows that are equal to
   * the one in question then vote alone.
   */
  weights?: 'uniform' | 'distance';
  /**
   * How far rows are apart: `'minkowski'` (default) with the power `p`, `'euclidean'`, `'manhattan'`, `'chebyshev'`, or
   * `'cosine'`, one minus the cosine of their angle.
   */
  metric?: 'minkowski' | 'euclidean' | 'manhattan' | 'chebyshev' | 'cosine';
  /** The power of `'minkowski'`, above 0: 2 (default) is euclidean, 1 manhattan. Other metrics have no power. */
  p?: number;
}
