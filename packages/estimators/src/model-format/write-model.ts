import type { FittedState } from '../logistic-regression/fitted.js';
import type { LogisticRegressionSettings } from '../logistic-regression/options.js';
import {
  type LogisticRegressionJSON,
  MODEL_FORMAT,
  MODEL_FORMAT_VERSION,
  type Provenance,
} from './schema.js';

/** Makes the plain value of a fitted model. */
export function writeModel(
  { classWeight, ...params }: LogisticRegressionSettings,
  fitted: FittedState,
  provenance: Provenance | undefined,
): LogisticRegressionJSON {
  const { labelKind, classes, featureNames, nIter, converged, objective, intercept, coef } = fitted;
  return {
    format: MODEL_FORMAT,
    formatVersion: MODEL_FORMAT_VERSION,
    model: 'LogisticRegression',
    params: {
      ...params,
      C: params.C === Infinity ? 'Infinity' : params.C,
      classWeight: typeof classWeight === 'object' ? Object.fromEntries(classWeight) : (classWeight ?? null),
      threads: null,
    },
    labelKind,
    classes: [...classes] as LogisticRegressionJSON['classes'],
    nFeatures: coef.columns,
    ...(featureNames === undefined ? {} : { featureNames: [...featureNames] }),
    nIter: [...nIter],
    converged,
    objective,
    intercept: [...intercept],
    coef: coef.to2DArray(),
    ...(provenance === undefined ? {} : { provenance }),
  };
}

/**
 * A model as text that people can read and compare: a line for every field and for every row of coefficients.
 *
 * @param model what `toJSON` gave
 */
export function formatModel(model: LogisticRegressionJSON): string {
  return `${formatValue(model, '')}\n`;
}

function formatValue(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null)) return JSON.stringify(value);
    const items = value.map((item) => deeper + formatValue(item, deeper));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `${deeper}${JSON.stringify(name)}: ${formatValue(field, deeper)}`);
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}
