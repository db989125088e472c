import { errorMessage } from '@tenfold/errors';
import * as vscode from 'vscode';

import type { Services } from '../services.js';
import { commands } from './index.js';
import { withSelection } from './run-reference.js';

/** Registers all commands. One that fails says so in a sentence, with a button to the log. */
export function registerCommands(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map(({ id, run }) =>
      vscode.commands.registerCommand(`tenfold.${id}`, async (argument: unknown, selection: unknown) => {
        try {
          return await run(services, withSelection(argument, selection));
        } catch (error) {
          if (error instanceof vscode.CancellationError) return undefined;
          services.log.error(
            `${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          );
          const showLog = vscode.l10n.t('Show Log');
          void vscode.window.showErrorMessage(errorMessage(error), showLog).then((chosen) => {
            if (chosen === showLog) services.log.show();
          });
          throw error;
        }
      }),
    ),
  );
}
