import { shownText } from '@tenfold/core';
import * as v from 'valibot';
import * as vscode from 'vscode';

import { RemoteError } from '../../protocol/channel.js';
import { orAborted } from '../../protocol/or-aborted.js';
import { type Evaluation, type RunResult, trainResult } from '../../protocol/training.js';
import { type DatasetRef, datasetRef } from '../../protocol/values.js';
import type { Training } from '../worker/training.js';
import { WorkerModel } from '../worker/worker-model.js';
import { uriName } from '../files/uri-name.js';

/** What a run's metrics.json says beside its figures. */
const metrics = v.looseObject({
  ...trainResult.entries,
  created: v.string(),
  /** Left by the extension, so that the images behind the figures are found again. */
  datasetRef: v.optional(datasetRef),
});

/** A run as it lies in its folder. */
export interface StoredRun {
  /** The folder's name. */
  readonly name: string;
  /** The folder. */
  readonly uri: vscode.Uri;
  readonly created: Date;
  readonly result: RunResult;
  /** Where its images are; undefined when that is not known. */
  readonly dataset: DatasetRef | undefined;
}

/** A run's test rows: where they are, and how its model does on them. */
export interface EvaluatedRun {
  readonly dataset: DatasetRef;
  readonly evaluation: Evaluation;
}

/** How many evaluations are kept, and how many models. */
const MOST_RUNS = 3;

/** Reads the runs of a folder, through the window's file system: a run may be anywhere. */
export class RunStore {
  readonly #training: Training;
  readonly #evaluations = new Map<string, Promise<EvaluatedRun>>();
  readonly #models = new Map<string, Promise<WorkerModel>>();

  constructor(training: Training) {
    this.#training = training;
  }

  /**
   * Reads a run.
   *
   * @param folder the text of its folder's URI
   * @throws when there is none or it is damaged
   */
  async read(folder: string): Promise<StoredRun> {
    const uri = vscode.Uri.parse(folder, true);
    const parsed = v.parse(metrics, JSON.parse(await this.#text(uri, 'metrics.json')));
    const { created, datasetRef: found, ...result } = parsed;
    return {
      name: uriName(uri),
      uri,
      created: new Date(created),
      result,
      dataset: found ?? namedDataset(result.dataset),
    };
  }

  /** A run's model, to predict with; remembered for the last few runs. */
  model(folder: string): Promise<WorkerModel> {
    return remembered(
      this.#models,
      folder,
      async () => new WorkerModel(this.#training, await this.#modelText(folder)),
    );
  }

  /**
   * How a run's model does on the rows that it was tested on; remembered for the last few runs.
   *
   * @throws when the data set is not known or its file is missing
   */
  evaluate(folder: string, signal?: AbortSignal): Promise<EvaluatedRun> {
    const evaluated = remembered(this.#evaluations, folder, () => this.#evaluate(folder));
    return orAborted(evaluated, signal);
  }

  async #evaluate(folder: string): Promise<EvaluatedRun> {
    const { dataset, result } = await this.read(folder);
    if (dataset === undefined)
      throw new Error(`The data set "${result.dataset}" of this run is not known here.`);
    try {
      return await this.#evaluateOn(folder, dataset, result);
    } catch (error) {
      // The command line does not say in which order it took MNIST.
      const isOther = error instanceof RemoteError && error.name === 'ChangedDatasetError';
      if (!isOther || dataset.kind !== 'mnist' || dataset.order !== 'original') throw error;
      return this.#evaluateOn(folder, { kind: 'mnist', order: 'mldata' }, result);
    }
  }

  async #evaluateOn(folder: string, dataset: DatasetRef, { split }: RunResult): Promise<EvaluatedRun> {
    const { testSize, randomState, stratify, testDataset } = split;
    if (testDataset !== undefined)
      throw new Error(
        vscode.l10n.t(
          'This run was tested on a data set of its own, "{0}": the extension cannot show its rows.',
          shownText(testDataset),
        ),
      );
    const model = await this.#modelText(folder);
    const evaluation = await this.#training
      .worker()
      .evaluate({ model, dataset, split: { testSize, randomState, stratify }, isOwn: true });
    return { dataset, evaluation };
  }

  #modelText(folder: string): Promise<string> {
    return this.#text(vscode.Uri.parse(folder, true), 'model.json');
  }

  async #text(folder: vscode.Uri, name: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  }
}

/** What was made for a key before, or is made now; what fails is not kept, and of more than `MOST_RUNS` the oldest goes. */
function remembered<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  value.catch(() => made.delete(key));
  for (const oldest of [...made.keys()].slice(0, -MOST_RUNS)) made.delete(oldest);
  return value;
}

/** The data set that a run of the command line was made of. */
function namedDataset(name: string): DatasetRef | undefined {
  if (name === 'digits') return { kind: 'digits' };
  if (name === 'mnist') return { kind: 'mnist', order: 'original' };
  return undefined;
}
