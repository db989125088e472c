import { InternalError } from '@tenfold/core';
import type * as v from 'valibot';

import type { trainingContract } from '../../protocol/training.js';
import type { Prediction } from '../../protocol/values.js';
import type { Training } from './training.js';

/** Rows of features to predict: see `predict` of the training contract. */
export type RowsToPredict = Omit<v.InferOutput<typeof trainingContract.predict.params>, 'model'>;

/** A model that predicts in the worker, which keeps it by an id: the text of its file goes there once, and not with each rows. */
export class WorkerModel {
  readonly #training: Pick<Training, 'worker'>;
  readonly #text: string;
  readonly #id = crypto.randomUUID();

  /**
   * @param training the worker
   * @param text the model's file
   */
  constructor(training: Pick<Training, 'worker'>, text: string) {
    this.#training = training;
    this.#text = text;
  }

  /**
   * Predicts rows. A worker that has been started anew, or has kept other models since, is sent the text again.
   *
   * @throws what the worker throws; the signal's reason
   */
  async predict(rows: RowsToPredict, signal: AbortSignal): Promise<Prediction> {
    const worker = this.#training.worker();
    const task = { model: this.#id, ...rows };
    const prediction = await worker.predict(task, { signal });
    if (prediction !== null) return prediction;
    await worker.keepModel({ id: this.#id, text: this.#text }, { signal });
    const second = await worker.predict(task, { signal });
    if (second === null) throw new InternalError('the worker has lost a model that it has just been sent');
    return second;
  }
}
