import * as vscode from 'vscode';

import type { Platform } from '../../platform.js';
import type { Services } from '../../services.js';
import { arrayPanel } from './array-panel.js';

/** The view types that package.json names: IDX files, and NumPy's. */
const TYPES = ['tenfold.array', 'tenfold.arrayOptional'];

/** Registers the editor that shows files of arrays; it changes nothing. */
export function registerArrayEditor(services: Services, platform: Platform): vscode.Disposable {
  const panel = arrayPanel(platform);
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor({ uri }, made) {
      services.panels.fill(panel, { file: uri.toString() }, made);
    },
  };
  const options = { supportsMultipleEditorsPerDocument: true };
  return vscode.Disposable.from(
    ...TYPES.map((type) => vscode.window.registerCustomEditorProvider(type, provider, options)),
  );
}
