import { digitsRun } from './digits-run.js';

/**
 * The report of a run on the digits.
 *
 * @param {{ params: object, estimator?: string, views: string[] }} run the classifier's parameters, its id (default
 *   LogisticRegression's), and what can be looked at in it
 */
export async function reportPage({ params, estimator, views }) {
  const { name, result, points, figures } = await digitsRun(params, estimator);
  return {
    source: { run: `file:///project/.tenfold/runs/${name}` },
    contract: 'src/protocol/webviews/report.ts',
    title: `Report: ${name}`,
    handlers: {
      load: () => ({
        name,
        created: '2026-02-03T14:15:16.000Z',
        result: { ...result, run: null },
        style: 'theme',
        points,
        figures,
        problems: 1,
        views,
      }),
      open: () => null,
      saveHtml: () => true,
    },
  };
}
