import type { LogisticRegressionOptions } from 'tenfold';

import type { ModelFlags } from '../options/flags.js';

/**
 * The hyper-parameters that the flags name. Words and ranges are LogisticRegression's to check, so they pass
 * through as they were typed.
 */
export function modelOptions(flags: ModelFlags): LogisticRegressionOptions {
  const { solver, C, l1Ratio, classWeight, fitIntercept, multiClass, tol, maxIter } = flags;
  const { penalty, preconditioner, threads } = flags;
  const given = {
    ...{ solver, C, l1Ratio, classWeight, fitIntercept, multiClass, tol, maxIter, preconditioner, threads },
    penalty: penalty === 'none' ? null : penalty,
  };
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named);
}
