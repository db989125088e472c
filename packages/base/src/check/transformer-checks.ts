import type { AnyTransformer } from '../estimator/kinds.js';
import { type EstimatorCheck, Expectations } from './check.js';
import { NEAR } from './common-checks.js';
import type { Subject } from './subject.js';

/** What must hold of a transformer beside what must of every estimator. */
export function transformerChecks({ type, make }: Subject<AnyTransformer>): EstimatorCheck[] {
  const expect = new Expectations(type.definition.name);

  return [
    expect.check('transforms as many rows, into as many columns as it names', async ({ matrix, rows }) => {
      const names = ['a', 'b', 'c', 'd'];
      const model = await make().fit(matrix);
      const named = await make().fit(matrix, { featureNames: names });
      const { rows: height, columns: width } = model.transform(matrix);
      expect.same([height, width], [rows.length, model.getFeatureNamesOut().length], 'the shape');
      expect.same(named.getFeatureNamesOut().length, width, 'names of columns of which fit was given names');
      expect.same(new Set(model.getFeatureNamesOut()).size, width, 'distinct names');
      const method = { method: 'getFeatureNamesOut' };
      await expect.refuses(() => make().getFeatureNamesOut(), 'NotFittedError', 'getFeatureNamesOut', method);
    }),
    expect.check('transforms each row by itself', async ({ matrix, rows }) => {
      const model = await make().fit(matrix);
      const all = model.transform(matrix);
      rows.forEach((row, i) => {
        expect.same(model.transform([row]).getRow(0), all.getRow(i), `row ${i}, alone`);
      });
    }),
    expect.check('fits and transforms at once as one after the other', async ({ bytes, matrix, rows }) => {
      for (const X of [matrix, bytes, rows]) {
        const expected = (await make().fit(X)).transform(X).to1DArray();
        expect.close((await make().fitTransform(X)).to1DArray(), expected, 'what fitTransform gives', 1e-12);
      }
    }),
    expect.check('turns back what it has transformed, where it can', async ({ matrix, rows }) => {
      const model = await make().fit(matrix);
      if (!hasInverse(model)) return;
      const back = model.inverseTransform(model.transform(matrix));
      expect.close(back.to1DArray(), matrix.to1DArray(), 'the rows', NEAR);
      const wide = [rows[0].concat(rows[0], rows[0])];
      await expect.refuses(() => model.inverseTransform(wide), 'ShapeError', 'rows of another width');
      const method = { method: 'inverseTransform' };
      const unfitted = make() as typeof model;
      await expect.refuses(
        () => unfitted.inverseTransform(matrix),
        'NotFittedError',
        'inverseTransform',
        method,
      );
    }),
  ];
}

function hasInverse(
  model: AnyTransformer,
): model is AnyTransformer & { inverseTransform: AnyTransformer['transform'] } {
  return 'inverseTransform' in model;
}
