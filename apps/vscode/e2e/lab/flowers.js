import { toRunDataset, trainOn } from '@tenfold/runs';
import { Matrix } from '@tenfold/linalg';

const featureNames = ['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)'];
const kinds = ['setosa', 'versicolor', 'virginica'];

/** A model of a table of flowers, which are no images. */
export async function flowersModel(name, params = {}) {
  const rows = Array.from({ length: 90 }, (_, i) => {
    const kind = i % 3;
    const wobble = ((i * 7) % 10) / 10;
    return [
      5 + 0.7 * kind + wobble,
      3.4 - 0.3 * kind + wobble / 3,
      1.4 + 2 * kind + wobble,
      0.2 + 0.8 * kind + wobble / 4,
    ];
  });
  const target = rows.map((_, i) => kinds[i % 3]);
  const dataset = await toRunDataset({
    name: 'flowers.csv',
    data: new Matrix(rows),
    target,
    featureNames,
    imageShape: null,
  });
  const split = { testSize: 0, randomState: 0 };
  return { rows, target, ...(await trainOn(dataset, { split, estimator: { name, params } })) };
}
