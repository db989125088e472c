import { listRuns, type Run as RunOnDisk } from '@tenfold/runs';

import { type Run } from '../../context.js';
import { type CommonFlags } from '../../options/flags.js';
import { table } from '../../terminal/table.js';

interface RunsFlags extends CommonFlags {
  runDir: string;
}

/** Lists the runs of a folder, newest first. */
export const run: Run<RunsFlags> = async (_args, { runDir }, { out }) => {
  const { runs, unreadable } = await listRuns(runDir);
  for (const { message } of unreadable) out.warn(message);
  out.result({
    folder: runDir,
    runs: runs.map(({ name, folder, created, result }) => ({ ...result, name, created, run: folder })),
  });
  if (runs.length === 0) out.print(`No runs in ${runDir}. tenfold train digits makes one.`);
  else out.print(table(out.colours, columns, runs.map(line)));
};

const columns = {
  head: ['when', 'data', 'solver', 'accuracy', 'iterations', 'fit', 'folder'],
  right: [3, 4, 5],
};

function line({ name, created, result }: RunOnDisk): string[] {
  const { solver } = result.model.params;
  return [
    created.slice(0, 16).replace('T', ' '),
    result.dataset,
    typeof solver === 'string' ? solver : result.model.name,
    result.accuracy.toFixed(4),
    `${result.nIter}${result.converged ? '' : '+'}`,
    `${result.seconds.fit.toFixed(1)} s`,
    name,
  ];
}
