import type * as vscode from 'vscode';

import type { Platform } from '../../shared/platform.js';
import type { PanelOpener } from '../../webview/panel.js';
import { registerViewer } from '../register-viewer.js';
import { arrayPanel } from './array-panel.js';

/** The view types that package.json names: IDX files, and NumPy's on request. */
const TYPES = ['tenfold.array', 'tenfold.arrayOptional'];

/** Registers the editor that shows files of arrays. */
export function registerArrayEditor(panels: PanelOpener<unknown>, platform: Platform): vscode.Disposable {
  return registerViewer(panels, TYPES, arrayPanel(platform), (file) => ({ file }));
}
