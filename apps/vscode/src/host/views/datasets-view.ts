import * as vscode from 'vscode';

import { findDataFiles, MOST_FILES, watchDataFiles } from './data-files.js';
import type { DatasetElement } from './dataset-element.js';
import { datasetItem } from './dataset-item.js';
import { mnistState } from './mnist/mnist-place.js';

/** Milliseconds within which several changes are reported as one. */
const DEBOUNCE_MS = 300;

/**
 * The data sets that can be shown and trained on. It looks for files when it is first shown, and shows them when they are
 * found: in large workspaces, and in those on no disk, that may take long.
 */
class DatasetTree implements vscode.TreeDataProvider<DatasetElement>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #context: vscode.ExtensionContext;
  #files: readonly vscode.Uri[] = [];
  #watcher: vscode.Disposable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
  }

  getTreeItem(element: DatasetElement): Promise<vscode.TreeItem> {
    return datasetItem(element, () => mnistState(this.#context));
  }

  getChildren(element?: DatasetElement): DatasetElement[] {
    if (element === undefined) return this.#roots();
    if (element instanceof vscode.Uri || !('files' in element)) return [];
    const shown: DatasetElement[] = element.files.slice(0, MOST_FILES);
    return element.files.length > MOST_FILES ? [...shown, { most: MOST_FILES }] : shown;
  }

  refresh(): void {
    this.#changed.fire();
    void this.#search();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher?.dispose();
    this.#changed.dispose();
  }

  #roots(): DatasetElement[] {
    if (this.#watcher === undefined) {
      this.#watcher = watchDataFiles(() => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#search(), DEBOUNCE_MS);
      });
      void this.#search();
    }
    const files = this.#files;
    return [
      { dataset: { kind: 'digits' } },
      { dataset: { kind: 'mnist', order: 'original' } },
      ...(files.length > 0 ? [{ files }] : []),
    ];
  }

  async #search(): Promise<void> {
    const files = await findDataFiles();
    if (areSame(files, this.#files)) return;
    this.#files = files;
    this.#changed.fire();
  }
}

/** Whether two lists name the same files. */
function areSame(files: readonly vscode.Uri[], others: readonly vscode.Uri[]): boolean {
  return files.length === others.length && files.every((file, i) => String(file) === String(others[i]));
}

/** Fills the Datasets view. */
export function registerDatasetsView(context: vscode.ExtensionContext): vscode.Disposable {
  const tree = new DatasetTree(context);
  return vscode.Disposable.from(
    tree,
    vscode.window.createTreeView('tenfold.datasets', { treeDataProvider: tree }),
    vscode.commands.registerCommand('tenfold.refreshDatasets', () => tree.refresh()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('tenfold.dataHome')) tree.refresh();
    }),
  );
}
