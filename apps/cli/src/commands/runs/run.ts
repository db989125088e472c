import { formatDuration, plainText } from '@tenfold/core';
import { listRuns, type Run as RunOnDisk } from '@tenfold/runs';

import type { Run } from '../../context.js';
import type { CommonFlags } from '../../options/flags.js';
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
  if (runs.length === 0) out.print(`No runs in ${plainText(runDir)}. tenfold train digits makes one.`);
  else out.print(table(out.colours, columns, runs.map(line)));
};

const columns = {
  head: ['run', 'solver', 'accuracy', 'fit'],
  right: [2, 3],
};

function line({ name, result }: RunOnDisk): string[] {
  const { solver } = result.model.params;
  return [
    name,
    typeof solver === 'string' ? solver : result.model.name,
    result.accuracy.toFixed(4),
    formatDuration(result.seconds.fit),
  ];
}
