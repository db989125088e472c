import type * as vscode from 'vscode';

import { activate as activateHost } from '../host/activate.js';
import { openBytes } from './open-bytes.js';
import { startWorker } from './start-worker.js';

/** Called by VS Code on the desktop when the extension is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  activateHost({ startWorker, openBytes }, context);
}
