import * as vscode from 'vscode';

import type { Services } from '../services.js';
import { commands } from './index.js';
import { withSelection } from '../runs/run-reference.js';
import { showError } from '../shared/show-error.js';

/** Registers all commands. One that fails says so in a sentence, with a button that helps. */
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
          void showError(error, services.log);
          // From the palette, which passes no argument, VS Code would show the error a second time; other callers need it.
          if (argument === undefined) return undefined;
          throw error;
        }
      }),
    ),
  );
}
