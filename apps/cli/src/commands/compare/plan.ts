import { classifiers } from '@tenfold/catalogue';
import type { DatasetChoice, EstimatorChoice, SplitChoice } from '@tenfold/runs';
import { findClassifier } from 'tenfold';

import type { DataFlags, TestDataFlags } from '../../options/data-flags.js';
import { attributeOf } from '../../options/estimator-flags.js';
import { flagOf } from '../../options/flag-of.js';
import type { CommonFlags } from '../../options/flags.js';
import type { SplitFlags } from '../../options/split-flags.js';
import { chooseDataset } from '../../shared/choose-dataset.js';
import { givenParams } from '../../shared/choose-estimator.js';
import { checkStepFlags, stepsOf } from '../../shared/choose-preprocess.js';
import { chooseSplit } from '../../shared/choose-split.js';
import { chooseTestData } from '../../shared/choose-test-data.js';
import { noneAsNull } from '../../shared/null-params.js';
import { UsageError } from '../../usage-error.js';
import { defaultPresets } from './default-presets.js';

/** The flags of `compare`. */
export interface CompareFlags extends CommonFlags, DataFlags, TestDataFlags, SplitFlags {
  solvers?: string[];
  estimator?: string[];
  preprocess?: string[];
  threads?: number;
  output?: string;
}

/** One of the models to compare. */
export interface ComparedModel {
  /** As it was typed: "lbfgs:ovr", "knn", "standard-scaler+knn". */
  name: string;
  /** The classifier with its hyper-parameters. */
  estimator: EstimatorChoice;
}

/** What is compared. */
export interface ComparePlan {
  /** The data. */
  dataset: DatasetChoice;
  /** A test part of its own, if there is one. */
  test: DatasetChoice | undefined;
  /** The split, the same for all. */
  split: SplitChoice;
  /** The models, in the order in which they are trained. */
  comparedModels: ComparedModel[];
  /** The most threads to compute on; undefined for as many as there are processors. */
  threads: number | undefined;
}

/**
 * Plans a comparison from the command line.
 *
 * @throws UsageError when flags do not go together, ParameterError when a classifier is none
 */
export function planCompare(name: string | undefined, flags: CompareFlags): ComparePlan {
  return {
    dataset: chooseDataset(name, flags),
    test: chooseTestData(flags),
    split: chooseSplit(flags),
    comparedModels: comparedModels(flags),
    threads: flags.threads,
  };
}

function comparedModels(flags: CompareFlags): ComparedModel[] {
  const { solvers = [], estimator = flags.solvers === undefined ? defaultPresets() : [] } = flags;
  const all = [
    ...estimator.map((name) => prepared(flags, name, ofEstimator)),
    ...solvers.map((name) => prepared(flags, name, ofSolver)),
  ];
  const given = Object.entries(givenParams(flags));
  const useless = given.find(([param]) => !all.some((comparedModel) => hasParam(comparedModel, param)));
  if (useless !== undefined) {
    const names = all.map(({ name }) => name).join(', ');
    throw new UsageError(`${flagOf(attributeOf(useless[0]))} is no parameter of ${names}`);
  }
  const models = all.map((comparedModel) => {
    const own = Object.fromEntries(given.filter(([param]) => hasParam(comparedModel, param)));
    const { params, ...estimator } = comparedModel.estimator;
    const taken = noneAsNull(findClassifier(estimator.name).definition, own);
    return { ...comparedModel, estimator: { ...estimator, params: { ...taken, ...params } } };
  });
  checkStepFlags(
    flags,
    models.flatMap((model) => model.estimator.preprocess ?? []),
  );
  return models;
}

/** A model with the transformers that are written before it, `standard-scaler+knn`, or else those of `--preprocess`. */
function prepared(
  flags: CompareFlags,
  typed: string,
  modelOf: (name: string) => ComparedModel,
): ComparedModel {
  const parts = typed.split('+');
  const written = parts.slice(0, -1);
  const names = written.length > 0 ? written : (flags.preprocess ?? []);
  const { name, estimator } = modelOf(parts[parts.length - 1]);
  if (names.length === 0) return { name, estimator };
  return { name: [...names, name].join('+'), estimator: { ...estimator, preprocess: stepsOf(flags, names) } };
}

function hasParam({ estimator }: ComparedModel, param: string): boolean {
  return Object.hasOwn(findClassifier(estimator.name).definition.params as object, param);
}

/** A classifier by its id, its class name or one of its presets. */
function ofEstimator(name: string): ComparedModel {
  for (const { definition } of classifiers) {
    const preset = definition.presets.find(({ id }) => id === name);
    if (preset !== undefined)
      return {
        name,
        estimator: { name: definition.name, params: preset.options as Record<string, unknown> },
      };
  }
  return { name, estimator: { name: findClassifier(name).definition.name, params: {} } };
}

/** A solver of LogisticRegression, with `multiClass` after a colon. */
function ofSolver(name: string): ComparedModel {
  const [solver, ...way] = name.split(':');
  const params = way.length === 0 ? { solver } : { solver, multiClass: way.join(':') };
  return { name, estimator: { name: 'LogisticRegression', params } };
}
