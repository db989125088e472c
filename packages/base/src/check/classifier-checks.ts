import { type Label, type Labels, largest } from '@tenfold/linalg';

import { type AnyClassifier, hasProbabilities } from '../estimator/kinds.js';
import { type EstimatorCheck, Expectations } from './check.js';
import type { Subject } from './subject.js';

/** Labels of every kind for class numbers. */
const KINDS: Readonly<Record<string, (codes: readonly number[]) => Labels>> = {
  numbers: (codes) => codes.map((code) => code),
  'negative numbers that do not follow each other': (codes) => codes.map((code) => [-7, 3, 1000][code]),
  text: (codes) => codes.map((code) => ['pear', 'apple', '😀'][code]),
  booleans: (codes) => codes.map((code) => code === 1),
  bytes: (codes) => Uint8Array.from(codes),
  'signed numbers in a typed array': (codes) => Int16Array.from(codes, (code) => -code),
  doubles: (codes) => Float64Array.from(codes),
};

/** What must hold of a classifier beside what must of every estimator. */
export function classifierChecks({ type, make }: Subject<AnyClassifier>): EstimatorCheck[] {
  const { name, tags } = type.definition;
  const expect = new Expectations(name);

  return [
    ...Object.entries(KINDS).map(([kind, labelled]) =>
      expect.check(`predicts ${kind} as it was given them`, async ({ matrix, codes }) => {
        const y = labelled(codes);
        const model = await make().fit(matrix, y);
        const predicted = model.predict(matrix);
        expect.same(predicted.constructor.name, y.constructor.name, 'the array of the predictions');
        const known = new Set<Label>(y);
        const foreign = Array.from<Label>(predicted).find((label) => !known.has(label));
        expect.that(foreign === undefined, 'labels that fit has seen', foreign);
        const score = model.score(matrix, y);
        expect.that(score > 0.5, 'more than half of the training rows right', score);
        expect.same(await model.predictAsync(matrix), predicted, 'predictions of predictAsync');
      }),
    ),
    expect.check(
      'gives probabilities that sum to 1, whose largest is the prediction',
      async ({ matrix, rows, codes }) => {
        const model = await make().fit(matrix, codes);
        if (!hasProbabilities(model)) return;
        const proba = model.predictProba(matrix);
        expect.same([proba.rows, proba.columns], [rows.length, model.classes.length], 'the shape');
        const predicted = model.predict(matrix);
        const logs = model.predictLogProba(matrix);
        proba.to2DArray().forEach((row, i) => {
          expect.close([row.reduce((sum, share) => sum + share, 0)], [1], `the sum of row ${i}`, 1e-12);
          expect.same(predicted[i], model.classes[row.indexOf(largest(row))], `the prediction of row ${i}`);
          expect.close(logs.getRow(i).map(Math.exp), row, `exp of the logarithms of row ${i}`, 1e-12);
        });
      },
    ),
    expect.check('takes one class where it says so, and else refuses it', async ({ matrix, codes }) => {
      const y = codes.map(() => 'only');
      if (tags.oneClass) expect.same((await make().fit(matrix, y)).predict(matrix), y, 'predictions');
      else await expect.refuses(() => make().fit(matrix, y), 'SingleClassError', 'one class');
    }),
    expect.check('refuses other numbers of labels, and missing ones', async ({ matrix, codes }) => {
      const short = codes.slice(1);
      const model = await make().fit(matrix, codes);
      await expect.refuses(() => make().fit(matrix, short), 'ShapeError', 'too few labels in fit');
      await expect.refuses(() => model.score(matrix, short), 'ShapeError', 'too few labels in score');
      const missing = codes.map((code, i) => (i === 3 ? NaN : code));
      await expect.refuses(() => make().fit(matrix, missing), 'LabelError', 'NaN for a label');
    }),
    expect.check('has classes and a score once it is fitted', async ({ matrix, codes }) => {
      const model = make();
      await expect.refuses(() => model.classes, 'NotFittedError', 'classes', { method: 'classes' });
      await expect.refuses(() => model.score(matrix, codes), 'NotFittedError', 'score', { method: 'score' });
      await model.fit(matrix, codes);
      expect.same(model.classes, [0, 1, 2], 'the classes');
      const right = Array.from<Label>(model.predict(matrix)).filter((label, i) => label === codes[i]).length;
      expect.same(
        model.score(matrix, codes),
        right / codes.length,
        'the share of rows that predict gets right',
      );
    }),
  ];
}
