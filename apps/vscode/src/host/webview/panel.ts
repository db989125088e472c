import type * as v from 'valibot';
import type * as vscode from 'vscode';

import type { Contract, Handlers } from '../../protocol/channel.js';

/** Opens webviews whose methods use at most `Services`. */
export interface PanelOpener<Services> {
  /** Shows a panel; one that shows the same source already is brought to the front. */
  open<Source extends v.GenericSchema, C extends Contract>(
    panel: Panel<Source, C, Services>,
    source: v.InferOutput<Source>,
    column?: vscode.ViewColumn,
    preserveFocus?: boolean,
  ): vscode.WebviewPanel;
  /** Puts a webview's page into a panel and serves it; also for custom editors, whose panels the window makes. */
  fill<Source extends v.GenericSchema, C extends Contract>(
    panel: Panel<Source, C, Services>,
    source: v.InferOutput<Source>,
    made: vscode.WebviewPanel,
  ): void;
}

/** One kind of webview: what it shows, its methods, and who does them with the help of which services. */
export interface Panel<Source extends v.GenericSchema, C extends Contract, Services = unknown> {
  /** The folder of `src/webviews`, and with "tenfold." before it the panel's type. */
  readonly name: string;
  /** What is shown; kept by the window, so that a panel comes back after a reload. */
  readonly source: Source;
  readonly contract: C;
  /** The tab's title. */
  readonly title: (source: v.InferOutput<Source>) => string;
  /** What the webview may ask for. */
  readonly serve: (source: v.InferOutput<Source>, context: PanelContext<Services>) => Handlers<C>;
}

/** What a panel's methods may use. */
export interface PanelContext<Services> {
  readonly services: Services;
  readonly panel: vscode.WebviewPanel;
  /** Aborted when the panel is closed. */
  readonly closed: AbortSignal;
}

/** Keeps a panel's types together. */
export function definePanel<Source extends v.GenericSchema, C extends Contract, Services = unknown>(
  panel: Panel<Source, C, Services>,
): Panel<Source, C, Services> {
  return panel;
}
