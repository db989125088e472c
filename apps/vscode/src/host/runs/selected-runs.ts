import * as vscode from 'vscode';

import { runArgument, type RunServices } from './run-argument.js';
import { namedRuns } from './run-reference.js';

/**
 * The runs that something is to be done with, one by one: those that the argument names, else those selected in the view,
 * else one that is picked.
 *
 * @param services where the runs are
 * @param argument what `runsArgument` takes
 * @throws CancellationError when none was picked
 */
export async function selectedRuns(services: RunServices, argument: unknown): Promise<vscode.Uri[]> {
  const named = namedRuns(argument);
  const { selection } = services.runList;
  const runs = named.length > 0 ? named : selection;
  const chosen = runs.length > 0 ? runs : [await runArgument(services, undefined)];
  return chosen.map((run) => (typeof run === 'string' ? vscode.Uri.parse(run, true) : vscode.Uri.from(run)));
}
