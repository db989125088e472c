import { InternalError } from '@tenfold/core';
import type * as v from 'valibot';

import type { Neighbors, trainingContract } from '../../protocol/training.js';
import type { Prediction } from '../../protocol/values.js';
import type { Training, TrainingWorker } from './training.js';

/** Rows of features to predict: see `predict` of the training contract. */
export type RowsToPredict = Omit<v.InferOutput<typeof trainingContract.predict.params>, 'model'>;

/** A row of features. */
type Row = Uint8Array | Float64Array;

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
  predict(rows: RowsToPredict, signal: AbortSignal): Promise<Prediction> {
    return this.#ask((worker, model) => worker.predict({ model, ...rows }, { signal }), signal);
  }

  /** The training rows that vote on a row, at most so many: the nearest. Throws as `predict`. */
  neighbors(values: Row, most: number, signal: AbortSignal): Promise<Neighbors> {
    return this.#ask((worker, model) => worker.neighbors({ model, values, most }, { signal }), signal);
  }

  /** A row as the last step of a pipeline is given it. Throws as `predict`. */
  transformRow(values: Row, signal: AbortSignal): Promise<Float64Array> {
    return this.#ask((worker, model) => worker.transformRow({ model, values }, { signal }), signal);
  }

  /** Asks the worker, and once more when it no longer has the model. */
  async #ask<T>(
    question: (worker: TrainingWorker, id: string) => Promise<T | null>,
    signal: AbortSignal,
  ): Promise<T> {
    const worker = this.#training.worker();
    const answer = await question(worker, this.#id);
    if (answer !== null) return answer;
    await worker.keepModel({ id: this.#id, text: this.#text }, { signal });
    const second = await question(worker, this.#id);
    if (second === null) throw new InternalError('the worker has lost a model that it has just been sent');
    return second;
  }
}
