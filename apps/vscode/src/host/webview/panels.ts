import * as v from 'valibot';
import * as vscode from 'vscode';

import { Channel, type Contract } from '../../protocol/channel.js';
import type { Panel, PanelOpener } from './panel.js';
import { webviewHtml } from './webview-html.js';
import { webviewPort } from './webview-port.js';

/** What a webview keeps of itself: its source is enough to make it again. */
const savedState = v.object({ source: v.unknown() });

/** Opens the webviews, one a source, and brings them back after a reload. */
export class Panels<Services> implements PanelOpener<Services> {
  readonly #open = new Map<string, vscode.WebviewPanel>();
  readonly #dist: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #services: () => Services;

  /**
   * @param context where the extension is installed
   * @param log the log of messages of pages that do not fit their contract
   * @param services gives what the methods of panels use, when a panel is opened
   */
  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, services: () => Services) {
    this.#dist = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webviews');
    this.#log = log;
    this.#services = services;
  }

  /** Shows a panel; one that shows the same source already is brought to the front. */
  open<Source extends v.GenericSchema, C extends Contract>(
    panel: Panel<Source, C, Services>,
    source: v.InferOutput<Source>,
    viewColumn: vscode.ViewColumn = vscode.ViewColumn.Active,
    preserveFocus = false,
  ): vscode.WebviewPanel {
    const key = keyOf(panel, source);
    const shown = this.#open.get(key);
    if (shown !== undefined) {
      shown.reveal(undefined, preserveFocus);
      return shown;
    }
    const place = { viewColumn, preserveFocus };
    const made = vscode.window.createWebviewPanel(`tenfold.${panel.name}`, panel.title(source), place);
    this.fill(panel, source, made);
    return made;
  }

  /** Makes a panel of one kind come back after a reload. */
  restore<Source extends v.GenericSchema, C extends Contract>(
    panel: Panel<Source, C, Services>,
  ): vscode.Disposable {
    return vscode.window.registerWebviewPanelSerializer(`tenfold.${panel.name}`, {
      deserializeWebviewPanel: (made, state) => {
        const saved = v.safeParse(savedState, state);
        const source = saved.success ? v.safeParse(panel.source, saved.output.source) : undefined;
        if (source?.success === true) this.fill(panel, source.output, made);
        else made.dispose();
        return Promise.resolve();
      },
    });
  }

  /** Puts a webview's page into a panel and serves it; also for custom editors, whose panels the window makes. */
  fill<Source extends v.GenericSchema, C extends Contract>(
    panel: Panel<Source, C, Services>,
    source: v.InferOutput<Source>,
    made: vscode.WebviewPanel,
  ): void {
    const key = keyOf(panel, source);
    const closed = new AbortController();
    made.webview.options = { enableScripts: true, localResourceRoots: [this.#dist] };
    const channel = new Channel({
      port: webviewPort(made.webview),
      calls: {},
      serves: panel.contract,
      handlers: panel.serve(source, {
        services: this.#services(),
        panel: made,
        closed: closed.signal,
      }),
      onBadMessage: (reason) => this.#log.warn(`${panel.name}: ${reason}`),
    });
    made.webview.html = webviewHtml(made.webview, this.#dist, {
      name: panel.name,
      title: made.title,
      source,
    });
    this.#open.set(key, made);
    made.onDidDispose(() => {
      closed.abort();
      channel.close();
      if (this.#open.get(key) === made) this.#open.delete(key);
    });
  }
}

function keyOf(panel: { readonly name: string }, source: unknown): string {
  return `${panel.name} ${JSON.stringify(source)}`;
}
