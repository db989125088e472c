import * as vscode from 'vscode';

import type { TrainingServices } from '../training/train-and-write.js';
import { parseTaskDefinition } from './task-definition.js';
import { TrainingTerminal } from './training-terminal.js';

const TYPE = 'tenfold';

/** Lets tasks.json train. Two tasks are there without any: on the digits, and on MNIST. */
export function registerTasks(services: TrainingServices): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks() {
      if (!vscode.workspace.isTrusted) return [];
      return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => [
        makeTask(services, { type: TYPE, dataset: 'digits' }, folder, vscode.l10n.t('train on the digits')),
        makeTask(services, { type: TYPE, dataset: 'mnist' }, folder, vscode.l10n.t('train on MNIST')),
      ]);
    },
    resolveTask({ definition, scope, name }) {
      return makeTask(services, definition, scope ?? vscode.TaskScope.Workspace, name);
    },
  });
}

function makeTask(
  services: TrainingServices,
  definition: vscode.TaskDefinition,
  scope: vscode.WorkspaceFolder | vscode.TaskScope,
  name: string,
): vscode.Task {
  const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
  const execution = new vscode.CustomExecution((resolved) =>
    Promise.resolve().then(() => new TrainingTerminal(services, parseTaskDefinition(resolved), folder)),
  );
  const task = new vscode.Task(definition, scope, name, 'Tenfold', execution, '$tenfold');
  task.detail = vscode.l10n.t('Trains a classifier and keeps the run');
  return task;
}
