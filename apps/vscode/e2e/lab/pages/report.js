import { digitsRun } from '../digits-run.js';

/** The report of a run that this window has trained, with its curve. */
export default async function () {
  const { name, result, points } = await digitsRun({ solver: 'lbfgs' });
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
        problems: 1,
        views: ['linear-weights'],
      }),
      open: () => null,
      saveHtml: () => true,
    },
  };
}
