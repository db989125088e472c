import * as vscode from 'vscode';

import { replaceChecked } from '../files/write-checked.js';
import type { Services } from '../services.js';
import { requireTrust } from '../shared/trust.js';
import { downloadMnist } from '../views/mnist/download-mnist.js';
import { DOWNLOAD_BYTES } from '../views/mnist/mnist-files.js';
import { exists, mnistDownloadFolder, mnistState } from '../views/mnist/mnist-place.js';
import type { Command } from './command.js';

/** Downloads MNIST when it is not there: the one thing for which the network is used, and only when it is asked for. */
export const downloadMnistCommand: Command = {
  id: 'downloadMnist',
  async run(services) {
    requireTrust();
    if ((await mnistState(services.context)) !== 'missing') {
      void vscode.window.showInformationMessage(vscode.l10n.t('MNIST is here already.'));
      return;
    }
    await withProgress(services);
    services.runList.refresh();
    await vscode.commands.executeCommand('tenfold.refreshDatasets');
    void vscode.window.showInformationMessage(vscode.l10n.t('MNIST is here: 70,000 images.'));
  },
};

async function withProgress({ context }: Services): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Downloading MNIST'),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort(new vscode.CancellationError()));
    let told = 0;
    await downloadMnist({
      ...targetOf(context),
      signal: stop.signal,
      onBytes(received) {
        const increment = (100 * (received - told)) / DOWNLOAD_BYTES;
        if (increment < 1) return;
        told = received;
        progress.report({
          increment,
          message: vscode.l10n.t('{0} of {1} MB', megabytes(received), megabytes(DOWNLOAD_BYTES)),
        });
      },
    });
  });
}

function targetOf(context: vscode.ExtensionContext) {
  const folder = mnistDownloadFolder(context);
  const { fs } = vscode.workspace;
  return {
    has: (name: string) => exists(vscode.Uri.joinPath(folder, name)),
    async write(name: string, bytes: Uint8Array) {
      await fs.createDirectory(folder);
      const beside = vscode.Uri.joinPath(folder, `.${name}.part`);
      await replaceChecked(fs, vscode.Uri.joinPath(folder, name), beside, bytes);
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
