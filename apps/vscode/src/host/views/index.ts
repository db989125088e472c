import * as vscode from 'vscode';

import type { Services } from '../services.js';
import { registerDatasetsView } from './datasets-view.js';
import { registerRunsView } from './runs-view.js';

/** Fills the views of the container. */
export function registerViews({ context, runList }: Services): vscode.Disposable {
  return vscode.Disposable.from(registerDatasetsView(context), registerRunsView(runList));
}
