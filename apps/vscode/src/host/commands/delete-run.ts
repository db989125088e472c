import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import { bringBack, remove, setAside, type SetAside } from '../runs/manage.js';
import type { Services } from '../services.js';
import { requireTrust } from '../shared/trust.js';
import type { Command } from './command.js';
import { selectedRuns } from '../runs/selected-runs.js';
import { uriName } from '../files/uri-name.js';

/** Deletes runs. As long as the notification is there they can be brought back; then they go into the system's trash. */
export const deleteRun: Command = {
  id: 'deleteRun',
  async run(services, argument) {
    requireTrust();
    const aside: SetAside[] = [];
    try {
      for (const run of await selectedRuns(services, argument)) aside.push(await setAside(run));
    } finally {
      services.runList.selection = [];
      services.runList.refresh();
      if (aside.length > 0) void offerUndo(services, aside);
    }
  },
};

async function offerUndo({ runList, log }: Services, aside: readonly SetAside[]): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const text =
    aside.length === 1
      ? vscode.l10n.t('The run {0} was deleted.', uriName(aside[0].run))
      : vscode.l10n.t('{0} runs were deleted.', aside.length);
  const chosen = await vscode.window.showInformationMessage(text, undo);
  for (const run of aside) {
    try {
      await (chosen === undo ? bringBack(run) : remove(run.aside));
    } catch (error) {
      log.error(`deleteRun: ${run.aside.toString()}: ${errorMessage(error)}`);
      void vscode.window.showErrorMessage(errorMessage(error));
    }
  }
  runList.refresh();
}
