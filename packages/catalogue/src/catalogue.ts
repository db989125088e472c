import type { AnyEstimator, EstimatorClass } from '@tenfold/base';
import { LogisticRegression, LogisticRegressionCV } from '@tenfold/linear-model';
import { BernoulliNB, GaussianNB } from '@tenfold/naive-bayes';
import { KNeighborsClassifier } from '@tenfold/neighbors';
import { Pipeline } from '@tenfold/pipeline';
import { MinMaxScaler, StandardScaler } from '@tenfold/preprocessing';

/** Every estimator, in the order in which lists show them. */
export const catalogue = [
  LogisticRegression,
  LogisticRegressionCV,
  KNeighborsClassifier,
  GaussianNB,
  BernoulliNB,
  StandardScaler,
  MinMaxScaler,
] as const satisfies readonly EstimatorClass<unknown>[];

/** A class of the catalogue. */
export type CatalogueEntry = (typeof catalogue)[number];

/** The classes that a model's file may be of. */
export const modelClasses: readonly ModelClass[] = [...catalogue, Pipeline];

/** A class whose models can be read. */
interface ModelClass {
  readonly definition: { readonly name: string };
  fromJSON(value: unknown, readStep: (value: unknown) => unknown): AnyEstimator;
}
