import { confusionMatrixContract, confusionMatrixSource } from '../../protocol/webviews/confusion-matrix.js';
import { definePanel } from './define-panel.js';

/** A run's confusion matrix, and the images behind each cell. */
export const confusionMatrixPanel = definePanel({
  name: 'confusion-matrix',
  source: confusionMatrixSource,
  contract: confusionMatrixContract,
  title: ({ run }) => `Confusion matrix: ${decodeURIComponent(run.slice(run.lastIndexOf('/') + 1))}`,
  serve: ({ run }, { services: { runs, training } }) => ({
    async load() {
      const { name, result } = await runs.read(run);
      return { name, result };
    },
    async cell({ actual, predicted, most }, { signal }) {
      const { dataset, evaluation } = await runs.evaluate(run, signal);
      const rows = evaluation.rows.filter(
        (_, i) => evaluation.actual[i] === actual && evaluation.predicted[i] === predicted,
      );
      const page = await training.worker().images({ dataset, rows: rows.slice(0, most) }, { signal });
      return { total: rows.length, shape: evaluation.facts.imageShape ?? [0, 0], page };
    },
  }),
});
