import * as vscode from 'vscode';

import type { ListedRun, RunList } from '../runs/run-list.js';
import { runItem } from './run-item.js';

/** The runs of the window's folders as a flat tree. Its elements are what the menus' commands get. */
class RunTree implements vscode.TreeDataProvider<ListedRun> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  readonly #list: RunList;

  constructor(list: RunList) {
    this.#list = list;
    this.onDidChangeTreeData = list.onDidChange;
  }

  getTreeItem(run: ListedRun): vscode.TreeItem {
    return runItem(run);
  }

  async getChildren(run?: ListedRun): Promise<ListedRun[]> {
    return run === undefined ? [...(await this.#list.list())] : [];
  }
}

/** Fills the Runs view and tells the list which of its runs are selected. */
export function registerRunsView(list: RunList): vscode.Disposable {
  const view = vscode.window.createTreeView('tenfold.runs', {
    treeDataProvider: new RunTree(list),
    canSelectMany: true,
  });
  const select = view.onDidChangeSelection(({ selection }) => {
    list.selection = selection.map(({ run }) => run);
  });
  // A key or the palette means the selection only as long as it is seen.
  const show = view.onDidChangeVisibility(({ visible }) => {
    list.selection = visible ? view.selection.map(({ run }) => run) : [];
  });
  return vscode.Disposable.from(view, select, show);
}
