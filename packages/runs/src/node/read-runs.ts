import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { errorCode, errorMessage } from '@tenfold/core';

import { UnreadableRunError } from '../errors.js';
import { newestFirst, parseRun, type Run } from '../parse-run.js';

/** What a folder of runs holds. */
export interface RunList {
  /** The runs, newest first. */
  runs: Run[];
  /** Folders that should hold a run and do not. */
  unreadable: UnreadableRunError[];
}

/**
 * Reads one run.
 *
 * @param folder the run's folder
 * @throws UnreadableRunError when there is no metrics.json or it is damaged
 */
export async function readRun(folder: string): Promise<Run> {
  return parseRun({ name: basename(folder), folder, metricsJson: await readMetricsFile(folder) });
}

async function readMetricsFile(folder: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, 'metrics.json'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new UnreadableRunError(folder, `metrics.json: ${errorMessage(error)}`, { cause: error });
  }
}

/**
 * Lists the runs of a folder. A folder that is not there holds none.
 *
 * @param parent the folder that keeps the runs
 */
export async function listRuns(parent: string): Promise<RunList> {
  const list: RunList = { runs: [], unreadable: [] };
  for (const name of await foldersIn(parent)) {
    try {
      list.runs.push(await readRun(join(parent, name)));
    } catch (error) {
      if (!(error instanceof UnreadableRunError)) throw error;
      list.unreadable.push(error);
    }
  }
  list.runs.sort(newestFirst);
  return list;
}

async function foldersIn(parent: string): Promise<string[]> {
  try {
    const entries = await readdir(parent, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
