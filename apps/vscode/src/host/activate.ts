import * as vscode from 'vscode';

import { registerCommands } from './commands/register-commands.js';
import { registerArrayEditor } from './editors/array/array-editor.js';
import { registerModelEditor } from './editors/model/model-editor.js';
import { panels as allPanels } from './panels/index.js';
import { NeighborQueries } from './panels/neighbor-queries.js';
import { Panels } from './webview/panels.js';
import { RunList } from './runs/run-list.js';
import { RunStore } from './runs/run-store.js';
import type { Platform } from './shared/platform.js';
import type { Services } from './services.js';
import { registerTasks } from './tasks/task-provider.js';
import { Jobs } from './training/jobs.js';
import { Training } from './worker/training.js';
import { logJob } from './training/training-log.js';
import { trainingStatus } from './training/training-status.js';
import { watchDataHome } from './training/watch-data-home.js';
import { registerViews } from './views/index.js';

/** Wires the extension together. Nothing is loaded or started here that is not asked for. */
export function activate(platform: Platform, context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Tenfold', { log: true });
  const training = new Training(platform, context, log);
  const runs = new RunStore(training);
  const runList = new RunList(context, runs);
  const panels = new Panels(context, log, () => services);
  const jobs = new Jobs();
  const neighborQueries = new NeighborQueries();
  const services: Services = { context, log, training, jobs, runs, runList, neighborQueries, panels };
  context.subscriptions.push(
    log,
    training,
    { dispose: () => jobs.stopAll() },
    { dispose: jobs.onAdd((job) => logJob(log, job)) },
    trainingStatus(jobs),
    watchDataHome(training, jobs),
    runList,
    registerViews(context, runList),
    registerCommands(services),
    registerModelEditor(panels),
    registerArrayEditor(panels, platform),
    registerTasks(services),
  );
  for (const panel of allPanels) context.subscriptions.push(panels.restore(panel));
}
