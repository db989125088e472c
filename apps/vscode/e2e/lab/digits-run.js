import { performance } from 'node:perf_hooks';

import { findClassifier } from '@tenfold/catalogue';
import { loadDigits } from '@tenfold/datasets';
import { runFiles, toRunDataset, trainOn } from '@tenfold/runs';

const split = { testSize: 0.25, randomState: 0 };
const top = 3;

/**
 * A real run on the digits: what the training worker and the run's folder would give.
 *
 * @param {Record<string, unknown>} [params] hyper-parameters; default: those of the tutorial, 0.9533 of the test rows right
 * @param {string} [name] the classifier
 * @param {object[]} [preprocess] the transformers before it
 */
export async function digitsRun(
  params = { solver: 'liblinear' },
  name = 'logistic-regression',
  preprocess = [],
) {
  const digits = await loadDigits();
  const dataset = await toRunDataset(digits);
  const points = [];
  const started = performance.now();
  const onIteration = ({ iteration, figures }) =>
    points.push({
      problem: 0,
      iteration,
      figures,
      seconds: (performance.now() - started) / 1000,
    });
  const clock = () => performance.now() / 1000;
  const outcome = await trainOn(
    dataset,
    { split, estimator: { name, params, preprocess } },
    { onIteration, clock },
  );
  const { train, test } = outcome.split;
  const files = runFiles(outcome, new Date('2026-02-03T14:15:16Z'));
  return {
    name: '20260203-141516-digits-logistic-regression',
    result: outcome.result,
    files,
    points,
    /** What they say. */
    figures: findClassifier(name).definition.progress?.figures ?? [],
    /** The evaluation of its test rows. */
    evaluation: { ...evaluate(outcome, test, dataset), trainRows: train.rows },
    /** The images of some rows of the data set, 0 to 255. */
    images: (rows) => imagesOf(dataset, rows),
  };
}

function evaluate({ model }, { data, target, rows }, dataset) {
  const classes = [...model.classes];
  const probabilities = model.predictProba(data).to2DArray();
  const ranked = probabilities.map((row) =>
    row
      .map((p, k) => [p, k])
      .sort((a, b) => b[0] - a[0])
      .slice(0, top),
  );
  return {
    facts: factsOf(dataset, classes),
    classes,
    rows,
    actual: Uint16Array.from(target, (label) => classes.indexOf(label)),
    predicted: Uint16Array.from(ranked, ([[, k]]) => k),
    top: Uint16Array.from(ranked.flat(), ([, k]) => k),
    probabilities: Float32Array.from(ranked.flat(), ([p]) => p),
    reading: {},
  };
}

function factsOf({ name, data, imageShape, maximum }, classes) {
  return { name, rows: data.rows, columns: data.columns, imageShape: [...imageShape], maximum, classes };
}

function imagesOf({ data, target, maximum }, rows) {
  const pixels = new Uint8Array(rows.length * data.columns);
  rows.forEach((row, i) => {
    for (let j = 0; j < data.columns; j++)
      pixels[i * data.columns + j] = Math.round((255 * data.get(row, j)) / maximum);
  });
  return { rows: Uint32Array.from(rows), pixels, actual: Uint16Array.from(rows, (row) => target[row]) };
}
