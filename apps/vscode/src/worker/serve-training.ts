import { classifiers } from '@tenfold/catalogue';
import { Matrix } from '@tenfold/linalg';
import { readingFor } from '@tenfold/runs';

import { Channel, type Handlers, type Port } from '../protocol/channel.js';
import { hostContract, trainingContract } from '../protocol/training.js';
import { DatasetStore } from './datasets/dataset-store.js';
import { listArrays } from './datasets/list-arrays.js';
import { fileName } from './datasets/file-name.js';
import { evaluateModel } from './evaluate.js';
import { checkOwnDataset } from './own-dataset.js';
import { imagePage } from './image-page.js';
import { Models } from './models.js';
import { neighborsOf } from './neighbors.js';
import { matrixOf, predictValues } from './predict.js';
import { trainJob } from './train-job.js';
import { transformedRow } from './transformed-row.js';
import type { WorkerPlatform } from './worker-platform.js';

/** Serves the training contract over a port: data sets stay in memory, and so do the last models. */
export function serveTraining(port: Port, platform: WorkerPlatform): void {
  const models = new Models();
  const handlers: Handlers<typeof trainingContract> = {
    async prepare({ dataset }) {
      await Promise.all([warmUp(), dataset === undefined ? undefined : datasets.load(dataset)]);
      return null;
    },
    arrays: async ({ file }) => listArrays(await channel.remote.readFile({ uri: file }), fileName(file)),
    describe: async ({ dataset, reading }, { signal }) =>
      (await datasets.load(dataset, signal, reading)).facts,
    async labels({ dataset, reading }, { signal }) {
      const { codes } = await datasets.load(dataset, signal, reading);
      return codes;
    },
    async images({ dataset, reading, rows }, { signal, transfer }) {
      const page = imagePage(await datasets.load(dataset, signal, reading), rows);
      transfer(page.pixels.buffer as ArrayBuffer);
      return page;
    },
    train: (job, context) => trainJob(datasets, job, context),
    async evaluate({ model: text, dataset, split, isOwn }, { signal }) {
      const model = models.read(text);
      const { columns, labelType } = readingFor(model);
      const reading = { ...(columns && { columns: [...columns] }), labelType };
      const loaded = await datasets.load(dataset, signal, reading);
      if (isOwn === true) checkOwnDataset(model, loaded);
      return { ...(await evaluateModel(model, loaded, split, signal)), reading };
    },
    keepModel({ id, text }) {
      models.keep(id, text);
      return null;
    },
    async predict({ model: id, ...rows }, { signal }) {
      const model = models.find(id);
      return model === undefined ? null : predictValues(model, rows, signal);
    },
    async neighbors({ model: id, values, most }, { signal }) {
      const model = models.find(id);
      return model === undefined ? null : neighborsOf(model, values, most, signal);
    },
    transformRow({ model: id, values }) {
      const model = models.find(id);
      return model === undefined ? null : transformedRow(model, matrixOf(model, { values, count: 1 }));
    },
  };
  const channel = new Channel({ port, calls: hostContract, serves: trainingContract, handlers });
  const datasets = new DatasetStore(channel.remote, platform);
}

/** Compiles the kernels: a fit of next to nothing, of the classifier that is taken when none is named. */
async function warmUp(): Promise<void> {
  await new classifiers[0]().fit(new Matrix([[0], [1]]), [0, 1]);
}
