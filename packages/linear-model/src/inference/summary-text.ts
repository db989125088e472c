import type { LogisticInference } from './found.js';

const WIDTH = 78;

/** A table of the coefficients and the fit, as statsmodels prints it. */
export function summaryText(found: Omit<LogisticInference, 'summary'>): string {
  const { coefficients, level } = found;
  const tail = (1 - level) / 2;
  const head = ['', 'coef', 'std err', 'z', 'P>|z|', `[${short(tail)}`, `${short(1 - tail)}]`];
  const labels = new Set(coefficients.map(({ label }) => label));
  const name = ({ label, feature }: (typeof coefficients)[number]): string =>
    labels.size > 1 ? `${label}: ${feature}` : feature;
  const rows = coefficients.map((one) => [
    name(one),
    digits(one.coef),
    short(one.stdErr),
    short(one.z),
    one.pValue.toFixed(3),
    ...one.confidenceInterval.map(short),
  ]);
  const first = rows.reduce((most, [text]) => Math.max(most, text.length), 12);
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(first) : cell.padStart(11))).join('');
  const width = Math.max(WIDTH, first + 66);
  return [
    centred('Logistic regression', width),
    '='.repeat(width),
    ...facts(found, width),
    '='.repeat(width),
    line(head),
    '-'.repeat(width),
    ...rows.map(line),
    '='.repeat(width),
    ...(found.isSeparated
      ? ['The classes are separated: there is no maximum of the likelihood, and these errors mean nothing.']
      : []),
  ].join('\n');
}

function facts(found: Omit<LogisticInference, 'summary'>, width: number): string[] {
  const left = [
    ['No. Observations:', `${found.nObs}`],
    ['Coefficients:', `${found.nCoefficients}`],
    ['Covariance:', found.covarianceKind],
    ['AIC:', digits(found.aic)],
    ['BIC:', digits(found.bic)],
  ];
  const right = [
    ['Pseudo R-squ.:', digits(found.pseudoRSquared)],
    ['Log-Likelihood:', digits(found.logLikelihood)],
    ['LL-Null:', digits(found.nullLogLikelihood)],
    ['LLR:', digits(found.likelihoodRatio)],
    ['LLR p-value:', digits(found.likelihoodRatioPValue)],
  ];
  const half = Math.floor((width - 2) / 2);
  const cell = ([name, value]: string[]): string => name + value.padStart(half - name.length);
  return left.map((one, at) => `${cell(one)}  ${cell(right[at])}`);
}

function digits(value: number): string {
  return rounded(value, 4);
}

function short(value: number): string {
  return rounded(value, 3);
}

/** So many decimals, or as many digits where these would not show it. */
function rounded(value: number, decimals: number): string {
  const size = Math.abs(value);
  const isShown = value === 0 || (size >= 1e-3 && size < 1e6);
  return isShown ? value.toFixed(decimals) : value.toExponential(decimals - 1);
}

function centred(text: string, width: number): string {
  return ' '.repeat(Math.floor((width - text.length) / 2)) + text;
}
