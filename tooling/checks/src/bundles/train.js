import { isTenfoldError } from '@tenfold/core';
import { listRuns, trainRun, writeRun } from '@tenfold/runs';
import { digitGrid, toPng } from '@tenfold/visualization';

// What a worker of the extension's host does: train on threads, write the run, list the runs.
const [name, dataHome, folder] = process.argv.slice(2);

async function main() {
  const job = {
    dataset: { name, dataHome },
    split: { testSize: 0.25, randomState: 0 },
    estimator: {
      name: 'LogisticRegression',
      params: name === 'digits' ? { solver: 'liblinear' } : { maxIter: 3 },
    },
  };
  const outcome = await trainRun(job, { threads: 2 });
  const run = await writeRun(folder, outcome);
  const { runs } = await listRuns(folder);
  const png = await toPng(digitGrid([[0]], { shape: [1, 1] })).then(
    () => 'drawn',
    (error) => error.code,
  );
  const { accuracy, seconds } = outcome.result;
  const checksum = outcome.dataset.checksum;
  console.log(
    JSON.stringify({ accuracy, seconds, checksum, listed: runs.map((r) => r.folder === run), png }),
  );
}

main().catch((error) => {
  console.log(JSON.stringify({ error: error.message, kind: isTenfoldError(error) ? error.kind : 'unknown' }));
  process.exitCode = 1;
});
