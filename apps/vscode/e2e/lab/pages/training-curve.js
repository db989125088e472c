import { digitsRun } from '../digits-run.js';

const waiting = (signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** A job in the middle of its fit; the scene "done" ends it. */
export default async function () {
  const { points: all, figures } = await digitsRun({ solver: 'lbfgs', preconditioner: 'none' });
  const points = all.map((point, i) => (i % 3 === 2 ? { ...point, accuracy: 0.97 - 0.6 / (i + 1) } : point));
  const half = points.slice(0, Math.ceil(points.length / 2));
  let tellDone;
  const done = new Promise((resolve) => {
    tellDone = resolve;
  });
  return {
    source: { job: 'job-1', title: 'lbfgs on digits' },
    contract: 'src/protocol/webviews/training-curve.ts',
    title: 'Training: lbfgs on digits',
    handlers: {
      async next({ after, seen }, { signal }) {
        if (after === 0 && seen === null)
          return {
            state: { kind: 'running', phase: 'fitting' },
            figures,
            problems: 1,
            points: half,
            hasMore: false,
          };
        await Promise.race([done, waiting(signal)]);
        const state = { kind: 'done', run: 'file:///runs/a', accuracy: 0.9667 };
        return { state, figures, problems: 1, points: points.slice(after), hasMore: false };
      },
      stop: () => null,
      open: () => null,
      showLog: () => null,
    },
    scenes: {
      async done() {
        tellDone();
      },
      table: (page) => page.getByLabel('As a table').check(),
      log: (page) => page.getByLabel('Logarithmic scale').check(),
      async read(page) {
        await page.getByRole('slider').first().focus();
        for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
      },
    },
  };
}
