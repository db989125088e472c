import { digitsRun } from '../digits-run.js';

/** The report of a run without iterations, whose model has no weights. */
export default async function () {
  const { name, result } = await digitsRun({ nNeighbors: 3 }, 'knn');
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
        points: [],
        problems: 1,
        views: ['neighbors'],
      }),
      open: () => null,
      saveHtml: () => true,
    },
  };
}
