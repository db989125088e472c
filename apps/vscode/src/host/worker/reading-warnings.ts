import { shownText } from '@tenfold/core';
import * as vscode from 'vscode';

/** The warnings that this window has shown: once is enough. */
const shownWarnings = new Set<string>();

/**
 * Tells what the reader of a file found worth saying, such as a column that numbers the rows: in the log, and the first
 * time as a notification.
 *
 * @param log the extension's log
 * @param file the file's name
 * @param warnings a sentence each
 */
export function tellReadingWarnings(
  log: vscode.LogOutputChannel,
  file: string,
  warnings: readonly string[],
): void {
  for (const warning of warnings) {
    const text = vscode.l10n.t('Reading {0}: {1}', shownText(file), shownText(warning));
    log.warn(text);
    if (shownWarnings.has(text)) continue;
    shownWarnings.add(text);
    void vscode.window.showWarningMessage(text);
  }
}
