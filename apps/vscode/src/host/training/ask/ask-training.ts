import * as v from 'valibot';
import * as vscode from 'vscode';

import type { TrainingJob } from '../../../protocol/training.js';
import type { DatasetRef } from '../../../protocol/values.js';
import type { Services } from '../../services.js';
import { settings } from '../../settings.js';
import { lastChoice } from '../last-choice.js';
import { usualMaxIter } from '../usual-model.js';
import { askDataset } from './ask-dataset.js';
import { askC, askMaxIter, askWay, DEFAULT_MODEL, type ModelChoice } from './ask-model.js';
import { askTestSize } from './ask-split.js';
import { BACK, type Step, walk } from './walk.js';

interface Draft {
  readonly dataset: DatasetRef | undefined;
  readonly model: ModelChoice;
  readonly testSize: number;
}

/**
 * Asks step by step what to train; what was trained last is marked. Meanwhile the worker makes itself ready.
 *
 * @param services what is shared
 * @param dataset what to train on, when that is known
 * @throws vscode.CancellationError when a question is closed
 */
export async function askTraining(services: Services, dataset?: DatasetRef): Promise<TrainingJob> {
  services.training.prepare(dataset);
  const last = lastChoice(services.context);
  const usual = settings();
  const begin: Draft = {
    dataset: dataset ?? last?.dataset,
    model: modelChoice({ maxIter: usualMaxIter(dataset ?? last?.dataset), ...last?.model }),
    testSize: last?.split.testSize ?? usual.testSize,
  };
  const steps: Step<Draft>[] = [
    async (draft, place) => put(draft, 'model', merge(draft.model, await askWay(place, draft.model))),
    async (draft, place) =>
      put(draft, 'model', merge(draft.model, named('C', await askC(place, draft.model)))),
    async (draft, place) =>
      put(
        draft,
        'model',
        merge(
          draft.model,
          named('maxIter', await askMaxIter(place, draft.model, usualMaxIter(draft.dataset))),
        ),
      ),
    async (draft, place) => put(draft, 'testSize', await askTestSize(place, draft.testSize, usual.testSize)),
  ];
  if (dataset === undefined)
    steps.unshift(async (draft, place) => {
      const chosen = await askDataset(services, place, draft.dataset);
      if (chosen === BACK) return BACK;
      services.training.prepare(chosen);
      return { ...draft, dataset: chosen, model: modelFor(chosen, draft) };
    });
  const { model, testSize, dataset: chosen } = await walk(vscode.l10n.t('Train a Classifier'), begin, steps);
  if (chosen === undefined) throw new vscode.CancellationError();
  return { dataset: chosen, model: { ...model }, split: { testSize, randomState: usual.randomState } };
}

/** The model as before; but what was usual for another data set becomes what is usual for this one. */
function modelFor(dataset: DatasetRef, { model, dataset: before }: Draft): ModelChoice {
  const wasUsual = model.maxIter === usualMaxIter(before);
  return wasUsual ? { ...model, maxIter: usualMaxIter(dataset) } : model;
}

function put<K extends keyof Draft>(
  draft: Draft,
  key: K,
  answer: Draft[K] | typeof BACK,
): Draft | typeof BACK {
  return answer === BACK ? BACK : { ...draft, [key]: answer };
}

function merge(model: ModelChoice, answer: Partial<ModelChoice> | typeof BACK): ModelChoice | typeof BACK {
  return answer === BACK ? BACK : { ...model, ...answer };
}

function named(key: 'C' | 'maxIter', answer: number | typeof BACK): Partial<ModelChoice> | typeof BACK {
  return answer === BACK ? BACK : { [key]: answer };
}

const choiceSchema = v.object({
  solver: v.fallback(v.picklist(['lbfgs', 'liblinear']), DEFAULT_MODEL.solver),
  multiClass: v.fallback(v.picklist(['auto', 'ovr', 'multinomial']), DEFAULT_MODEL.multiClass),
  C: v.fallback(v.number(), DEFAULT_MODEL.C),
  maxIter: v.fallback(v.number(), DEFAULT_MODEL.maxIter),
});

function modelChoice(model: Record<string, unknown> | undefined): ModelChoice {
  return v.parse(choiceSchema, { ...DEFAULT_MODEL, ...model });
}
