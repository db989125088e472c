export {
  TenfoldError,
  InputError,
  OutsideError,
  InternalError,
  isTenfoldError,
  type ErrorKind,
} from './errors/tenfold-error.js';
export {
  ParameterError,
  ShapeError,
  NonFiniteError,
  NotFittedError,
  describe,
} from './errors/input-errors.js';
export { errorCode, errorMessage } from './errors/causes.js';
export {
  booleanOption,
  checkedLater,
  checkOptions,
  choiceOption,
  integerOption,
  numberOption,
  orNull,
  type CheckedOptions,
  type OptionReader,
  type OptionReaders,
} from './checks/check-options.js';
export {
  checkNumber,
  checkInteger,
  checkOneOf,
  checkBoolean,
  checkNames,
  closest,
  describeRange,
  type NumberRange,
} from './checks/checks.js';
export { capitalized } from './text/capitalized.js';
export { plainText, shownText } from './text/plain-text.js';
export { escapeMarkup } from './text/escape-markup.js';
export {
  formatCount,
  formatDuration,
  formatMegabytes,
  formatQuantity,
  formatShare,
  formatShort,
} from './text/format-numbers.js';
export { toExponentialEven, toFixedEven } from './text/round-half-even.js';
export { yieldToEventLoop } from './yield-to-event-loop.js';
