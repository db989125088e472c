import * as vscode from 'vscode';

import type { Services } from '../../services.js';
import { modelPanel } from './model-panel.js';

/** The view types that package.json names: models' own files, and any `model.json` on request. */
const TYPES = ['tenfold.model', 'tenfold.modelOptional'];

/** Registers the editor that shows models; it changes nothing. */
export function registerModelEditor(services: Services): vscode.Disposable {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor({ uri }, panel) {
      services.panels.fill(modelPanel, { model: uri.toString() }, panel);
    },
  };
  const options = { supportsMultipleEditorsPerDocument: true };
  return vscode.Disposable.from(
    ...TYPES.map((type) => vscode.window.registerCustomEditorProvider(type, provider, options)),
  );
}
