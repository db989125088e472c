import { type AnyClassifier, hasProbabilities } from '../estimator/kinds.js';
import { hasClassFigures, hasLinearWeights, hasNeighbors } from '../estimator/views.js';
import { type EstimatorCheck, Expectations } from './check.js';
import type { Subject } from './subject.js';

/** What must hold of the views that a classifier says it has. */
export function viewChecks({ type, make }: Subject<AnyClassifier>): EstimatorCheck[] {
  const expect = new Expectations(type.definition.name);

  return [
    expect.check('has the weights that its view shows', async ({ matrix, codes }) => {
      const model = await make().fit(matrix, codes);
      if (!hasLinearWeights(model)) return;
      expect.that('coef' in model && 'intercept' in model, 'coef and intercept', 'neither or one of them');
      const { coef, intercept } = model;
      expect.same([coef.rows, coef.columns], [3, matrix.columns], 'a row a class, a column a feature');
      expect.same(intercept.length, 3, 'an intercept a class');
    }),
    expect.check('has the figures of classes that its view shows', async ({ matrix, codes }) => {
      const model = await make().fit(matrix, codes);
      if (!hasClassFigures(model)) return;
      expect.that('classFigures' in model, 'classFigures', 'none');
      const figures = model.classFigures();
      expect.that(figures.length > 0, 'at least one figure', figures.length);
      for (const { name, values, range: [lowest, highest] = [-Infinity, Infinity] } of figures) {
        expect.same([values.rows, values.columns], [3, matrix.columns], `the shape of ${name}`);
        const beyond = values.to1DArray().find((value) => !(value >= lowest && value <= highest));
        expect.that(beyond === undefined, `values of ${name} in their range`, beyond);
      }
    }),
    expect.check('names the voters that make its probabilities', async ({ matrix, codes }) => {
      const model = await make().fit(matrix, codes);
      if (!hasNeighbors(model)) return;
      expect.that(
        'voters' in model && hasProbabilities(model),
        'voters and probabilities',
        'neither or one of them',
      );
      if (!hasProbabilities(model)) return;
      const voters = await model.voters(matrix);
      const proba = model.predictProba(matrix).to2DArray();
      expect.same(voters.length, matrix.rows, 'voters for each row');
      voters.forEach((own, i) => {
        const total = own.reduce((sum, { weight }) => sum + weight, 0);
        const shares = proba[i].map((_, k) =>
          own.reduce((sum, { code, weight }) => (code === k ? sum + weight / total : sum), 0),
        );
        expect.close(shares, proba[i], `the shares of row ${i}`, 1e-12);
        const distances = own.map(({ distance }) => distance);
        expect.same(
          distances,
          [...distances].sort((a, b) => a - b),
          `nearest first of row ${i}`,
        );
        for (const { index, code, features } of own) {
          expect.same(Array.from(features), matrix.getRow(index), `the features of row ${index}`);
          expect.same(model.classes[code], codes[index], `the class of row ${index}`);
        }
      });
    }),
  ];
}
