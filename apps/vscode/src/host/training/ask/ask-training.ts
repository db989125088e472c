import * as vscode from 'vscode';

import { definitionOf, definitions, paramsOf } from '../../../model/estimators.js';
import type { EstimatorChoice, StepChoice, TrainingJob } from '../../../protocol/training.js';
import type { DatasetRef } from '../../../protocol/values.js';
import type { AskServices } from './ask-services.js';
import { settings } from '../../shared/settings.js';
import { lastChoice } from '../last-choice.js';
import { usualParams } from '../usual-params.js';
import { askDataset } from './ask-dataset.js';
import { askEstimator, askParam, askedParams } from './ask-estimator.js';
import { askPreprocess } from './ask-preprocess.js';
import { askTestRows, type TestRows } from './ask-split.js';
import { BACK, type Step, walk } from './walk.js';

interface Draft {
  readonly dataset: DatasetRef | undefined;
  /** The classifier's id. */
  readonly estimator: string;
  /** The answers, and before them what was chosen the last time, for each classifier. */
  readonly params: Readonly<Partial<Record<string, EstimatorChoice['params']>>>;
  /** What prepares the rows; none when it is empty. */
  readonly preprocess: readonly StepChoice[];
  readonly testRows: TestRows;
}

/**
 * Asks step by step what to train; what was trained last is marked. Meanwhile the worker makes itself ready.
 *
 * @param services what was chosen the last time, and the worker
 * @param dataset what to train on, when that is known
 * @throws vscode.CancellationError when a question is closed
 */
export async function askTraining(services: AskServices, dataset?: DatasetRef): Promise<TrainingJob> {
  services.training.prepare(dataset);
  const last = lastChoice(services.context);
  const usual = settings();
  const begin: Draft = {
    dataset: dataset ?? last?.dataset,
    estimator: last?.estimator.name ?? definitions[0].id,
    params: last === undefined ? {} : { [last.estimator.name]: last.estimator.params },
    preprocess: last?.estimator.preprocess ?? [],
    testRows: last?.split ?? { testSize: usual.testSize },
  };
  const stepsOf = (draft: Draft): Step<Draft>[] => [
    ...(dataset === undefined ? [datasetStep(services)] : []),
    estimatorStep,
    ...askedParams(definitionFor(draft)).map(paramStep),
    async (state, place) => withAnswer(state, 'preprocess', await askPreprocess(place, state.preprocess)),
    async (state, place) =>
      withAnswer(state, 'testRows', await askTestRows(place, state.testRows, usual.testSize)),
  ];
  const draft = await walk(vscode.l10n.t('Train a Classifier'), begin, stepsOf);
  if (draft.dataset === undefined) throw new vscode.CancellationError();
  const choice = { name: draft.estimator, params: answersOf(draft, askedParams(definitionFor(draft))) };
  const { preprocess } = draft;
  return {
    dataset: draft.dataset,
    estimator: preprocess.length === 0 ? choice : { ...choice, preprocess: [...preprocess] },
    split: { ...draft.testRows, randomState: usual.randomState },
  };
}

function datasetStep(services: AskServices): Step<Draft> {
  return async (draft, place) => {
    const chosen = await askDataset(services, place, draft.dataset);
    if (chosen === BACK) return BACK;
    services.training.prepare(chosen);
    return { ...draft, dataset: chosen, params: withoutUsual(draft) };
  };
}

const estimatorStep: Step<Draft> = async (draft, place) =>
  withAnswer(draft, 'estimator', await askEstimator(place, draft.estimator));

function paramStep(name: string): Step<Draft> {
  return async (draft, place) => {
    const definition = definitionFor(draft);
    const asked = askedParams(definition);
    const answered = answersOf(draft, asked.slice(0, asked.indexOf(name)));
    const usual = usualOf(draft, name);
    const known = draft.params[draft.estimator]?.[name] ?? usual;
    const answer = await askParam(place, { definition, name, answered, known, usual });
    if (answer === BACK) return BACK;
    const own = { ...draft.params[draft.estimator], [name]: answer };
    return { ...draft, params: { ...draft.params, [draft.estimator]: own } };
  };
}

function definitionFor({ estimator }: Draft) {
  return definitionOf(estimator) ?? definitions[0];
}

/** What was answered to some of the questions. */
function answersOf({ params, estimator }: Draft, names: readonly string[]): EstimatorChoice['params'] {
  const known = params[estimator] ?? {};
  return Object.fromEntries(names.filter((name) => name in known).map((name) => [name, known[name]]));
}

/** What is usual for a hyper-parameter, as JSON: of the data set, or else the default. */
function usualOf(draft: Draft, name: string): unknown {
  const definition = definitionFor(draft);
  const param = paramsOf(definition)[name];
  return usualParams(draft.dataset, definition)[name] ?? param.toJson(param.default);
}

/** The answers without those that are usual: for another data set something else may be. */
function withoutUsual(draft: Draft): Draft['params'] {
  const known = draft.params[draft.estimator] ?? {};
  const unusual = Object.entries(known).filter(
    ([name, value]) => name in paramsOf(definitionFor(draft)) && value !== usualOf(draft, name),
  );
  return { ...draft.params, [draft.estimator]: Object.fromEntries(unusual) };
}

function withAnswer<K extends keyof Draft>(
  draft: Draft,
  key: K,
  answer: Draft[K] | typeof BACK,
): Draft | typeof BACK {
  return answer === BACK ? BACK : { ...draft, [key]: answer };
}
