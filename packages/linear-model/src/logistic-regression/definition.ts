import {
  checkClassesWeighted,
  type ClassificationProblem,
  type FitResult,
  type ProbabilisticDefinition,
} from '@tenfold/base';

import { fittedState, type LinearState } from './fitted.js';
import type { LinearFitReport } from './linear-fit-report.js';
import type { LogisticRegressionOptions } from './options.js';
import { params } from './params.js';
import type { LogisticRegressionSettings } from './settings.js';
import { predictions } from './predictions.js';
import { rules } from './rules.js';
import { fitWithSolver } from './solvers/fit.js';
import { state } from './state.js';

/** `LogisticRegression`, described as data. */
export const logisticRegression: ProbabilisticDefinition<
  LogisticRegressionOptions,
  LogisticRegressionSettings,
  LinearState,
  LinearFitReport
> = {
  type: 'classifier',
  name: 'LogisticRegression',
  id: 'logistic-regression',
  summary: 'A linear model whose scores become probabilities by the logistic function or softmax.',
  params,
  rules,
  tags: { sparse: true, sampleWeight: true, oneClass: false, lazy: false, orderFree: true },
  presets: [
    { id: 'lbfgs', summary: 'one softmax model of all classes', options: { solver: 'lbfgs' } },
    {
      id: 'lbfgs:ovr',
      summary: 'each class against the rest, by lbfgs',
      options: { solver: 'lbfgs', multiClass: 'ovr' },
    },
    { id: 'liblinear', summary: 'each class against the rest', options: { solver: 'liblinear' } },
  ],
  progress: {
    step: 'iteration',
    figures: [
      { name: 'loss', label: 'loss', scale: 'linear' },
      { name: 'gradNorm', label: 'gradient norm', scale: 'logarithmic' },
    ],
  },
  views: ['linear-weights'],
  state,
  fit,
  ...predictions,
};

async function fit(
  problem: ClassificationProblem<LogisticRegressionSettings, LinearFitReport, LinearState>,
): Promise<FitResult<LinearState>> {
  const { X, settings, classes, backend, signal } = problem;
  checkClassesWeighted('LogisticRegression', settings.classWeight, classes);
  const design = await backend.rows.design(X, { owner: 'LogisticRegression', signal });
  try {
    return fittedState(await fitWithSolver({ ...problem, design }), classes);
  } finally {
    backend.rows.release(design);
  }
}
