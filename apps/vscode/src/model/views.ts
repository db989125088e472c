/** The view of a model's linear weights: see `View` of @tenfold/base. */
export const LINEAR_WEIGHTS = 'linear-weights';

/** The view of the training rows that vote on a row. */
export const NEIGHBORS = 'neighbors';

/** The view of what is typical of each class. */
export const CLASS_MEANS = 'class-means';

/** The command that shows each view on a page of its own. */
export const VIEW_COMMANDS = {
  [LINEAR_WEIGHTS]: 'tenfold.showWeights',
  [NEIGHBORS]: 'tenfold.showNeighbors',
  [CLASS_MEANS]: 'tenfold.showClassMeans',
} as const;

/** A view that has a page of its own. */
export type ShownView = keyof typeof VIEW_COMMANDS;

/** Whether a view has a page of its own. */
export function isShownView(view: string): view is ShownView {
  return Object.hasOwn(VIEW_COMMANDS, view);
}
