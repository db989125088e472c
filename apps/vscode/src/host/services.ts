import type * as v from 'valibot';
import type * as vscode from 'vscode';

import type { Contract, Handlers } from '../protocol/channel.js';
import type { RunList } from './runs/run-list.js';
import type { RunStore } from './runs/run-store.js';
import type { Jobs } from './training/jobs.js';
import type { Training } from './training/training.js';

/** What commands, views, editors and panels share. */
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
  /** The webviews. */
  readonly panels: PanelOpener;
}

/** Opens webviews. */
export interface PanelOpener {
  /** Shows a panel; one that shows the same source already is brought to the front. */
  open<Source extends v.GenericSchema, C extends Contract>(
    panel: Panel<Source, C>,
    source: v.InferOutput<Source>,
    column?: vscode.ViewColumn,
    preserveFocus?: boolean,
  ): vscode.WebviewPanel;
  /** Puts a webview's page into a panel and serves it; also for custom editors, whose panels the window makes. */
  fill<Source extends v.GenericSchema, C extends Contract>(
    panel: Panel<Source, C>,
    source: v.InferOutput<Source>,
    made: vscode.WebviewPanel,
  ): void;
}

/** One kind of webview: what it shows, its methods, and who does them. */
export interface Panel<Source extends v.GenericSchema = v.GenericSchema, C extends Contract = Contract> {
  /** The folder of `src/webviews`, and with "tenfold." before it the panel's type. */
  readonly name: string;
  /** What is shown; kept by the window, so that a panel comes back after a reload. */
  readonly source: Source;
  readonly contract: C;
  /** The tab's title. */
  title(source: v.InferOutput<Source>): string;
  /** What the webview may ask for. */
  serve(source: v.InferOutput<Source>, context: PanelContext): Handlers<C>;
}

/** What a panel's methods may use. */
export interface PanelContext {
  readonly services: Services;
  readonly panel: vscode.WebviewPanel;
  /** Aborted when the panel is closed. */
  readonly closed: AbortSignal;
}
