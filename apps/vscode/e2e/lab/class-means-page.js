import { importSource } from '../../scripts/import-source.js';
import { shownModel } from './model-weights.js';

/** The page of what is typical of each class of a model. */
export async function classMeansPage(model, name) {
  const { classMeans } = await importSource('src/host/models/model-form.ts');
  const means = classMeans(model, await shownModel(model, name));
  return {
    source: { run: `file:///project/.tenfold/runs/${name}` },
    contract: 'src/protocol/webviews/class-means.ts',
    title: `Class means: ${name}`,
    handlers: { load: () => means },
    scenes: {
      table: (page) => page.getByRole('button', { name: 'Table' }).click(),
      variances: (page) => page.getByRole('button', { name: 'Variances' }).click(),
      hover: (page) => page.getByRole('img', { name: 'of class 3' }).hover(),
    },
  };
}
