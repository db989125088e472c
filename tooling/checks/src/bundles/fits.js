import { datasetChecksum, loadDigits, mnistFromFiles } from '@tenfold/datasets';
import { LogisticRegression } from '@tenfold/linear-model';
import { ByteMatrix } from '@tenfold/linalg';
import { parseRun, runFiles, toRunDataset, trainOn } from '@tenfold/runs';

/**
 * SHA-256 of what some fits end with, by name: the same wherever and on however many threads they run.
 *
 * @param {number} threads
 * @param {{ images: Uint8Array, labels: Uint8Array }} mnist some rows of MNIST
 * @returns {Promise<Record<string, string>>}
 */
export async function fitAll(threads, { images, labels }) {
  const { data, target } = loadDigits();
  const X = new ByteMatrix(labels.length, images.length / labels.length, images);
  const fit = async (options, X, y) => hashOf(await new LogisticRegression(options).fit(X, y, { threads }));
  return {
    'digits, lbfgs': await fit({}, data, target),
    'digits, liblinear': await fit({ solver: 'liblinear' }, data, target),
    'MNIST, lbfgs': await fit({ maxIter: 12 }, X, labels),
    'MNIST, lbfgs, one-vs-rest': await fit({ maxIter: 4, multiClass: 'ovr' }, X, labels),
    'MNIST, liblinear': await fit({ maxIter: 2, solver: 'liblinear' }, X, labels),
  };
}

async function hashOf({ coef, intercept }) {
  const bytes = Float64Array.from([...coef.to1DArray(), ...intercept]);
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Trains on the digits from the data set to the run's files, and reads these again. */
export async function trainDigits() {
  const dataset = await toRunDataset(loadDigits());
  const job = {
    split: { testSize: 0.25, randomState: 0 },
    estimator: { name: 'LogisticRegression', params: { solver: 'liblinear' } },
  };
  const files = runFiles(await trainOn(dataset, job), new Date(0));
  const { result, model } = parseRun({
    name: 'digits',
    folder: 'memory:/digits',
    metricsJson: files['metrics.json'],
    modelJson: new globalThis.TextEncoder().encode(files['model.json']),
  });
  const { checksum } = model.provenance;
  return { accuracy: result.accuracy, checksum, svg: files['confusion.svg'].slice(0, 4) };
}

/** The checksum of MNIST as it comes from its gzipped files. */
export async function mnistChecksum(files) {
  return datasetChecksum(await mnistFromFiles(files));
}
