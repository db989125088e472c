import type * as vscode from 'vscode';

import type { DatasetRef } from '../../protocol/values.js';
import type { MnistState } from './mnist/mnist-files.js';

/** What the Datasets view holds. Menus hand elements over to commands, so each is what its commands take. */
export type DatasetElement = NamedDataset | vscode.Uri | FileGroup | MoreFiles;

/** A data set by its name; a command takes it as `{ dataset }`. */
export interface NamedDataset {
  readonly dataset: DatasetRef & { kind: 'digits' | 'mnist' };
}

/** The workspace's files. */
export interface FileGroup {
  readonly files: readonly vscode.Uri[];
}

/** There are more files than are shown. */
export interface MoreFiles {
  readonly most: number;
}

/** Where MNIST is, found when the view needs it. */
export type FindMnistState = () => Promise<MnistState>;
