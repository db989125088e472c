import * as v from 'valibot';
import * as vscode from 'vscode';

import { type ModelSource, modelSource } from '../../protocol/webviews/model.js';
import { runArgument, type RunServices } from '../runs/run-argument.js';
import { namedRun } from '../runs/run-reference.js';

const modelFile = v.pipe(v.string(), v.regex(/\.json$/i));
const uriOfModel = v.object({ scheme: v.string(), path: modelFile });

/**
 * The model that a command is to work on: a file or a run that its argument names, else the model that is shown in the
 * active editor, else a run that is picked.
 *
 * @param services where the runs are
 * @param argument `{ run }`, `{ model }`, an item of the Runs view, the URI of a model's file, or nothing
 * @throws CancellationError when none was picked
 */
export async function modelArgument(services: RunServices, argument: unknown): Promise<ModelSource> {
  const named = namedModel(argument) ?? (argument === undefined ? shownModel() : undefined);
  return named ?? { run: await runArgument(services, argument) };
}

/** The model that an argument names; undefined when it names none, or a run in the form of a tree's item. */
export function namedModel(argument: unknown): ModelSource | undefined {
  const source = v.safeParse(modelSource, argument);
  if (source.success) {
    const { output } = source;
    return 'run' in output
      ? { run: vscode.Uri.parse(output.run, true).toString() }
      : { model: vscode.Uri.parse(output.model, true).toString() };
  }
  if (v.is(uriOfModel, argument)) return { model: vscode.Uri.from(argument).toString() };
  const run = namedRun(argument);
  if (run === undefined) return undefined;
  return { run: (typeof run === 'string' ? vscode.Uri.parse(run, true) : vscode.Uri.from(run)).toString() };
}

/** The model that the active editor shows. */
function shownModel(): ModelSource | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isModel = input instanceof vscode.TabInputCustom && input.viewType.startsWith('tenfold.model');
  return isModel ? { model: input.uri.toString() } : undefined;
}
