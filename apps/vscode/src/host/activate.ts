import * as vscode from 'vscode';

import { registerCommands } from './commands/register-commands.js';
import { panels as allPanels } from './panels/index.js';
import { Panels } from './panels/panels.js';
import { RunList } from './runs/run-list.js';
import { RunStore } from './runs/run-store.js';
import type { Platform } from './platform.js';
import type { Services } from './services.js';
import { Training } from './training/training.js';

/** Wires the extension together. Nothing is loaded or started here that is not asked for. */
export function activate(platform: Platform, context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Tenfold', { log: true });
  const training = new Training(platform, context, log);
  const runs = new RunStore(training);
  const runList = new RunList(context, runs);
  const panels = new Panels();
  const services: Services = { context, log, training, runs, runList, panels };
  panels.use(services);
  context.subscriptions.push(
    log,
    training,
    runList,
    registerCommands(services),
    ...allPanels.map((panel) => panels.restore(panel)),
  );
}
