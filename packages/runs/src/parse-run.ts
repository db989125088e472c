import type { AnyClassifier } from '@tenfold/base';
import { errorMessage } from '@tenfold/core';

import { classifierFromJSON } from './classifier-from-json.js';
import { UnreadableRunError } from './errors.js';
import { readMetrics } from './read-metrics.js';
import type { TrainResult } from './train-result.js';

/** A run as it was written. */
export interface Run {
  /** The folder's name. */
  name: string;
  /** The folder: a path, or an address in another file system. */
  folder: string;
  /** When it was written: ISO 8601, UTC. */
  created: string;
  /** What came out; `run` is the folder. */
  result: TrainResult;
}

/** A run with its model. */
export interface RunWithModel extends Run {
  /** The model, fitted. */
  model: AnyClassifier;
}

/** A file as text or as bytes in UTF-8; undefined when it is not there. */
export type RunFile = string | Uint8Array | undefined;

/** A run's folder and what is in it, from wherever it was read. */
export interface RunContent {
  /** The folder's name. */
  name: string;
  /** The folder: what errors and the result call it. */
  folder: string;
  /** Its metrics.json. */
  metricsJson: RunFile;
  /** Its model.json, when the model is wanted. */
  modelJson?: RunFile;
}

/**
 * Reads a run from the content of its files: with `modelJson` among them, its model too.
 *
 * @throws UnreadableRunError when a file is missing or damaged; the reason names it
 */
export function parseRun(content: RunContent & { modelJson: RunFile }): RunWithModel;
export function parseRun(content: RunContent): Run;
export function parseRun(content: RunContent): Run | RunWithModel {
  const { name, folder, metricsJson } = content;
  const { created, result } = readFile(folder, 'metrics.json', metricsJson, readMetrics);
  const run = { name, folder, created, result: { ...result, run: folder } };
  if (!('modelJson' in content)) return run;
  return { ...run, model: readFile(folder, 'model.json', content.modelJson, classifierFromJSON) };
}

/** Orders runs by their time, the newest first; those of one moment by their names. */
export function newestFirst(a: Run, b: Run): number {
  return compare(b.created, a.created) || compare(b.name, a.name);
}

function readFile<T>(folder: string, file: string, content: RunFile, read: (text: string) => T): T {
  if (content === undefined) throw new UnreadableRunError(folder, `${file} is missing`);
  try {
    return read(typeof content === 'string' ? content : decoder.decode(content));
  } catch (error) {
    throw new UnreadableRunError(folder, `${file}: ${errorMessage(error)}`, { cause: error });
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
