import type * as vscode from 'vscode';

import type { PanelOpener } from '../../webview/panel.js';
import { registerViewer } from '../register-viewer.js';
import { modelPanel } from './model-panel.js';

/** The view types that package.json names: models' own files, and any `model.json` on request. */
const TYPES = ['tenfold.model', 'tenfold.modelOptional'];

/** Registers the editor that shows models. */
export function registerModelEditor(panels: PanelOpener<unknown>): vscode.Disposable {
  return registerViewer(panels, TYPES, modelPanel, (model) => ({ model }));
}
