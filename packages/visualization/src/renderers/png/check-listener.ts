import { ParameterError } from '@tenfold/core';

import type { WarningListener } from '../picture-warning.js';

/**
 * Checks a listener for warnings.
 *
 * @throws ParameterError when it is no function
 */
export function checkWarningListener(
  owner: string,
  listener: WarningListener | undefined,
): WarningListener | undefined {
  if (listener === undefined || typeof listener === 'function') return listener;
  throw new ParameterError(owner, 'onWarning', 'a function', listener);
}
