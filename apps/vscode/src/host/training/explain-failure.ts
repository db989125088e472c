import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import { RemoteError } from '../../protocol/channel.js';
import type { TrainingJob } from '../../protocol/training.js';
import { HelpfulError } from '../shared/helpful-error.js';
import { cellColumn } from './table-line.js';

/**
 * An error of a job with what helps: a table is opened where it is wrong, and what may go away by itself is tried again.
 *
 * @param error whatever the job threw
 * @param job what was to be trained
 */
export function explainFailure(error: unknown, job: TrainingJob): unknown {
  const { dataset } = job;
  if (error instanceof vscode.CancellationError) return error;
  if (
    error instanceof RemoteError &&
    error.place !== undefined &&
    dataset.kind === 'table' &&
    !isPacked(dataset.file)
  ) {
    const { place } = error;
    const open = (): Promise<void> => openTable(vscode.Uri.parse(dataset.file, true), place);
    return new HelpfulError(errorMessage(error), vscode.l10n.t('Open Table'), open, { cause: error });
  }
  if (error instanceof RemoteError && error.kind === 'input') return error;
  const again = (): unknown => vscode.commands.executeCommand('tenfold.trainAgain');
  return new HelpfulError(errorMessage(error), vscode.l10n.t('Retry'), again, { cause: error });
}

/** Whether an editor would show nothing of it. */
function isPacked(file: string): boolean {
  return /\.gz$/i.test(file);
}

async function openTable(file: vscode.Uri, place: NonNullable<RemoteError['place']>): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const line = Math.min(Math.max(place.line - 1, 0), document.lineCount - 1);
  const column =
    place.cell === undefined
      ? 0
      : (await cellColumn(document.getText(), document.lineAt(line).text, place.cell)) - 1;
  const position = new vscode.Position(line, column);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}
