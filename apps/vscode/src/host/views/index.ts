import * as vscode from 'vscode';

import type { RunList } from '../runs/run-list.js';
import { registerDatasetsView } from './datasets-view.js';
import { registerRunsView } from './runs-view.js';

/** Fills the views of the container. */
export function registerViews(context: vscode.ExtensionContext, runList: RunList): vscode.Disposable {
  return vscode.Disposable.from(registerDatasetsView(context), registerRunsView(runList));
}
