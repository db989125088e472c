import * as vscode from 'vscode';

import { isShownView, VIEW_COMMANDS } from '../../../model/views.js';
import { modelContract, modelEditorSource, type ModelFileContent } from '../../../protocol/webviews/model.js';
import { definePanel } from '../../webview/panel.js';
import { modelContent } from './model-content.js';
import { BrokenModelError, checkModelSize } from '../../models/parse-model-file.js';
import { modelName } from '../../models/read-model.js';
import { uriName } from '../../files/uri-name.js';

/** The page of the model editor. */
export const modelPanel = definePanel({
  name: 'model',
  source: modelEditorSource,
  contract: modelContract,
  title: modelName,
  serve: (source, { closed }) => {
    const uri = vscode.Uri.parse(source.model, true);
    const run = async (command: string, ...args: unknown[]): Promise<null> => {
      await vscode.commands.executeCommand(command, ...args);
      return null;
    };
    return {
      load: () => readContent(modelName(source), uri),
      watch: (_, { signal, notify }) => watchFile(uri, AbortSignal.any([signal, closed]), () => notify(null)),
      openAsText: () => run('vscode.openWith', uri, 'default'),
      draw: () => run('tenfold.drawDigit', source),
      show: ({ view }) => (isShownView(view) ? run(VIEW_COMMANDS[view], source) : null),
      predict: () => run('tenfold.predict', source),
    };
  },
});

async function readContent(name: string, uri: vscode.Uri): Promise<ModelFileContent> {
  try {
    checkModelSize(name, (await vscode.workspace.fs.stat(uri)).size);
  } catch (error) {
    if (!(error instanceof BrokenModelError)) throw error;
    return { kind: 'broken', name, reason: error.message };
  }
  return modelContent(name, await vscode.workspace.fs.readFile(uri));
}

/** Calls `changed` whenever a file has changed, until the signal is aborted. */
function watchFile(uri: vscode.Uri, signal: AbortSignal, changed: () => void): Promise<null> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const name = uriName(uri);
  // What means something in a pattern stands for any one character.
  const pattern = new vscode.RelativePattern(folder, name.replace(/[*?{}[\]!,]/g, '?'));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  watcher.onDidChange(changed);
  watcher.onDidCreate(changed);
  return new Promise((resolve) => {
    const end = (): void => {
      watcher.dispose();
      resolve(null);
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
