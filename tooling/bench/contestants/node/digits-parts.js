import { loadDigits, trainTestSplit } from 'tenfold';

/** The digits, split as in the tutorial. */
export function digitsParts() {
  const digits = loadDigits();
  return trainTestSplit(digits.data, digits.target, { testSize: 0.25, randomState: 0 });
}

/** The share of labels that are right. */
export function accuracy(labels, predictions) {
  return labels.reduce((right, label, i) => right + (label === predictions[i] ? 1 : 0), 0) / labels.length;
}
