export type { LinearFitReport } from './logistic-regression/linear-fit-report.js';
export { LogisticRegression } from './logistic-regression/logistic-regression.js';
export type { LogisticRegressionOptions } from './logistic-regression/options.js';
export type { LogisticRegressionSettings } from './logistic-regression/settings.js';
