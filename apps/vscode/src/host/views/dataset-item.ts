import * as vscode from 'vscode';

import { commandToOpen } from '../files/command-to-open.js';
import { dataFileKind } from './data-file-kind.js';
import { MOST_FILES } from './data-files.js';
import type { DatasetElement, FileGroup, FindMnistState, NamedDataset } from './dataset-element.js';
import type { MnistState } from './mnist/mnist-files.js';

/** How an element looks in the view. The menus of package.json go by its `contextValue`. */
export async function datasetItem(
  element: DatasetElement,
  findMnistState: FindMnistState,
): Promise<vscode.TreeItem> {
  if (element instanceof vscode.Uri) return fileItem(element);
  if ('files' in element) return groupItem(element);
  if ('most' in element) return moreItem();
  return element.dataset.kind === 'digits' ? digitsItem(element) : mnistItem(element, await findMnistState());
}

function digitsItem(element: NamedDataset): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Digits'));
  item.id = 'digits';
  item.description = vscode.l10n.t('1,797 images of {0}', '8 × 8');
  item.tooltip = vscode.l10n.t(
    'Handwritten digits, collected at the Boğaziçi University. They are part of the extension.',
  );
  item.iconPath = new vscode.ThemeIcon('symbol-array');
  item.contextValue = 'trainable;viewable';
  item.command = show(element);
  item.accessibilityInformation = { label: spoken(item) };
  return item;
}

function mnistItem(element: NamedDataset, state: MnistState): vscode.TreeItem {
  const item = new vscode.TreeItem('MNIST');
  item.id = 'mnist';
  const images = vscode.l10n.t('70,000 images of {0}', '28 × 28');
  if (state === 'missing') {
    item.description = vscode.l10n.t('not here');
    item.tooltip = vscode.l10n.t('MNIST’s four files are not here. They can be downloaded: 11.6 MB.');
    item.iconPath = new vscode.ThemeIcon('cloud-download');
    item.contextValue = 'missing';
    return item;
  }
  item.description = images;
  item.tooltip =
    state === 'extension'
      ? vscode.l10n.t('The original files, which come with the extension.')
      : vscode.l10n.t('The original files, from the data home.');
  item.iconPath = new vscode.ThemeIcon('symbol-array');
  item.contextValue = 'trainable;viewable';
  item.command = show(element);
  item.accessibilityInformation = { label: spoken(item) };
  return item;
}

/** Without this a screen reader reads the tooltip. */
function spoken({ label, description }: vscode.TreeItem): string {
  return [label, description].filter((part) => typeof part === 'string').join(', ');
}

function show(element: NamedDataset): vscode.Command {
  const title = vscode.l10n.t('Show Digits');
  return { command: 'tenfold.showDigits', title, arguments: [{ dataset: element.dataset }] };
}

function groupItem({ files }: FileGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Files'), vscode.TreeItemCollapsibleState.Expanded);
  item.id = 'files';
  item.description = files.length > MOST_FILES ? `${MOST_FILES}+` : String(files.length);
  item.tooltip = vscode.l10n.t('Tables, IDX files and arrays of NumPy in the workspace');
  item.iconPath = new vscode.ThemeIcon('folder');
  item.accessibilityInformation = { label: spoken(item) };
  return item;
}

function fileItem(file: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(file);
  const kind = dataFileKind(file.path);
  item.description = true;
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = `file;${kind}`;
  const [command, ...args] = commandToOpen(file);
  item.command = { command, title: vscode.l10n.t('Open'), arguments: args };
  return item;
}

function moreItem(): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Only the first {0} files are shown.', MOST_FILES));
  item.id = 'more';
  item.iconPath = new vscode.ThemeIcon('info');
  return item;
}
