export type { LinearFitReport } from './logistic-regression/linear-fit-report.js';
export { LogisticRegression } from './logistic-regression/logistic-regression.js';
export type { LogisticRegressionOptions } from './logistic-regression/options.js';
export type { LogisticRegressionSettings } from './logistic-regression/settings.js';
export {
  type LogisticRegressionPath,
  logisticRegressionPath,
} from './logistic-regression/path/logistic-regression-path.js';
export type { LogisticRegressionPathOptions } from './logistic-regression/path/options.js';
export type { PathPoint } from './logistic-regression/path/path-point.js';
