import type * as v from 'valibot';
import * as vscode from 'vscode';

import type { Contract } from '../../protocol/channel.js';
import type { Panel, PanelOpener } from '../webview/panel.js';

/**
 * Registers a panel as the editor of files, which it changes nothing of.
 *
 * @param panels fills the panels that the window makes
 * @param types the view types that package.json names
 * @param panel the panel
 * @param sourceOf what the panel shows of a file, by the text of its URI
 */
export function registerViewer<Source extends v.GenericSchema, C extends Contract>(
  panels: PanelOpener<unknown>,
  types: readonly string[],
  panel: Panel<Source, C>,
  sourceOf: (file: string) => v.InferOutput<Source>,
): vscode.Disposable {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor({ uri }, made) {
      panels.fill(panel, sourceOf(uri.toString()), made);
    },
  };
  const options = { supportsMultipleEditorsPerDocument: true };
  return vscode.Disposable.from(
    ...types.map((type) => vscode.window.registerCustomEditorProvider(type, provider, options)),
  );
}
