import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import { HelpfulError } from './helpful-error.js';

/** Says what went wrong in a sentence, with a button that helps, if there is one, and one to the log. */
export async function showError(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const buttons = error instanceof HelpfulError ? [error.button, showLog] : [showLog];
  const chosen = await vscode.window.showErrorMessage(errorMessage(error), ...buttons);
  if (chosen === showLog) log.show();
  else if (chosen !== undefined && error instanceof HelpfulError) await error.help();
}
