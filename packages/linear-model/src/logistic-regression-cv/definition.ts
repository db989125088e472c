import type { ProbabilisticDefinition } from '@tenfold/base';

import { predictions } from '../logistic-regression/predictions.js';
import type { SearchState } from './fitted.js';
import type { LogisticRegressionCVOptions } from './options.js';
import { params } from './params.js';
import type { SearchReport } from './report.js';
import { rules } from './rules.js';
import { search } from './search.js';
import type { LogisticRegressionCVSettings } from './settings.js';
import { state } from './state.js';

/** `LogisticRegressionCV`, described as data. */
export const logisticRegressionCV: ProbabilisticDefinition<
  LogisticRegressionCVOptions,
  LogisticRegressionCVSettings,
  SearchState,
  SearchReport
> = {
  type: 'classifier',
  name: 'LogisticRegressionCV',
  id: 'logistic-regression-cv',
  summary: 'Logistic regression with the penalty that is best on held-out rows.',
  params,
  rules,
  tags: {
    sparse: true,
    sampleWeight: true,
    oneClass: false,
    lazy: false,
    orderFree: false,
    splitsRows: true,
  },
  presets: [],
  progress: { step: 'fit', figures: [{ name: 'score', label: 'held-out score', scale: 'linear' }] },
  views: ['linear-weights'],
  state,
  fit: search,
  ...predictions,
};
