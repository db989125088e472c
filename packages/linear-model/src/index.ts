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
export { SingularInformationError } from './inference/errors.js';
export type { FitMeasures } from './inference/fit-measures.js';
export type { CoefficientInference, InferenceOptions, LogisticInference } from './inference/found.js';
export { logisticInference } from './inference/logistic-inference.js';
export type { CoefficientName } from './inference/terms.js';
export type { FoldTable } from './logistic-regression-cv/fitted.js';
export { LogisticRegressionCV } from './logistic-regression-cv/logistic-regression-cv.js';
export type { LogisticRegressionCVOptions } from './logistic-regression-cv/options.js';
export type { SearchReport } from './logistic-regression-cv/report.js';
export type { LogisticRegressionCVSettings } from './logistic-regression-cv/settings.js';
