import type * as vscode from 'vscode';

import type { NeighborQueries } from './panels/neighbor-queries.js';
import type { RunList } from './runs/run-list.js';
import type { RunStore } from './runs/run-store.js';
import type { Jobs } from './training/jobs.js';
import type { PanelOpener } from './webview/panel.js';
import type { Training } from './worker/training.js';

/** What commands share; `activate` makes it. All other folders name the few of these that they need. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  /** The training worker and the data sets that it holds. */
  readonly training: Training;
  /** The training jobs of this window, with the curve of each. */
  readonly jobs: Jobs;
  /** The folder of runs. */
  readonly runs: RunStore;
  /** The runs of all folders of the window, watched. */
  readonly runList: RunList;
  /** The rows that other pages ask the page of neighbours about. */
  readonly neighborQueries: NeighborQueries;
  /** The webviews. */
  readonly panels: PanelOpener<Services>;
}
