import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { errorCode, errorMessage } from '@tenfold/errors';

import { UnreadableRunError } from '../errors.js';
import { readMetrics } from '../read-metrics.js';
import type { TrainResult } from '../train-result.js';

/** A run as it lies on disk. */
export interface Run {
  /** The folder's name. */
  name: string;
  /** The folder's path. */
  folder: string;
  /** When it was written: ISO 8601, UTC. */
  created: string;
  /** What came out; `run` is the folder's path. */
  result: TrainResult;
}

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
  try {
    const { created, result } = readMetrics(await readFile(join(folder, 'metrics.json'), 'utf8'));
    return { name: basename(folder), folder, created, result: { ...result, run: folder } };
  } catch (error) {
    throw new UnreadableRunError(folder, reasonOf(error), { cause: error });
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
  list.runs.sort((a, b) => compare(b.created, a.created) || compare(b.name, a.name));
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reasonOf(error: unknown): string {
  return errorCode(error) === 'ENOENT' ? 'metrics.json is missing' : `metrics.json: ${errorMessage(error)}`;
}
