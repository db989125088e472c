/** The view of a model's linear weights: see `View` of @tenfold/base. */
export const LINEAR_WEIGHTS = 'linear-weights';
