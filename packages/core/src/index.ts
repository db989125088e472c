export {
  TenfoldError,
  InputError,
  OutsideError,
  InternalError,
  isTenfoldError,
  type ErrorKind,
} from './tenfold-error.js';
export { ParameterError, ShapeError, NonFiniteError, NotFittedError, describe } from './input-errors.js';
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
} from './check-options.js';
export { plainText, shownText } from './plain-text.js';
export { errorCode, errorMessage } from './causes.js';
export {
  checkNumber,
  checkInteger,
  checkOneOf,
  checkBoolean,
  checkNames,
  closest,
  describeRange,
  type NumberRange,
} from './checks.js';
