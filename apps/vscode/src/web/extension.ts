import type * as vscode from 'vscode';

import { activate as activateHost } from '../host/activate.js';
import { openWhole } from '../host/files/open-bytes.js';
import { startWorker } from './start-worker.js';

/** Called by VS Code for the Web when the extension is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  activateHost({ startWorker, openBytes: openWhole }, context);
}
