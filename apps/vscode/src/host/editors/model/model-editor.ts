import type * as vscode from 'vscode';

import type { Services } from '../../services.js';
import { registerViewer } from '../register-viewer.js';
import { modelPanel } from './model-panel.js';

/** The view types that package.json names: models' own files, and any `model.json` on request. */
const TYPES = ['tenfold.model', 'tenfold.modelOptional'];

/** Registers the editor that shows models. */
export function registerModelEditor(services: Services): vscode.Disposable {
  return registerViewer(services, TYPES, modelPanel, (model) => ({ model }));
}
