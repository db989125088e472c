import * as v from 'valibot';
import * as vscode from 'vscode';

import { datasetRef } from '../../protocol/values.js';
import { type DigitsSource, digitsSource } from '../../protocol/webviews/digits.js';
import { commandToOpen } from '../files/command-to-open.js';
import { digitsPanel } from '../panels/digits.js';
import type { Services } from '../services.js';
import type { Command } from './command.js';
import { fileArgument } from './file-argument.js';
import { namedRun } from '../runs/run-reference.js';

/**
 * Shows a data set's images. Its argument is `{ dataset, run? }`, `{ run }`, a file, or nothing: then one of those that
 * come with the extension is picked. Gives `{ dataset, run? }`, and nothing for a file.
 */
export const showDigitsCommand: Command = {
  id: 'showDigits',
  async run(services, argument) {
    const source = await sourceOf(services, argument);
    if (source !== undefined) services.panels.open(digitsPanel, source);
    return source;
  },
};

async function sourceOf({ runs, training }: Services, argument: unknown): Promise<DigitsSource | undefined> {
  const named = v.safeParse(digitsSource, argument);
  if (named.success) return named.output;
  const ofRun = v.safeParse(v.object({ run: v.string() }), argument);
  const run = ofRun.success ? namedRun(argument) : undefined;
  if (typeof run === 'string') {
    const { dataset, result } = await runs.read(run);
    if (dataset === undefined)
      throw new Error(vscode.l10n.t('The data set "{0}" of this run is not known here.', result.dataset));
    return { dataset, run };
  }
  const file = fileArgument(argument);
  if (file === undefined) {
    // Started while the user chooses.
    training.worker();
    return pickDataset();
  }
  await vscode.commands.executeCommand(...commandToOpen(file));
  return undefined;
}

async function pickDataset(): Promise<DigitsSource> {
  const items = [
    {
      label: vscode.l10n.t('Digits'),
      description: vscode.l10n.t('1,797 images of {0}', '8 × 8'),
      dataset: { kind: 'digits' } as const,
    },
    {
      label: 'MNIST',
      description: vscode.l10n.t('70,000 images of {0}', '28 × 28'),
      dataset: { kind: 'mnist', order: 'original' } as const,
    },
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which images?') });
  if (picked === undefined) throw new vscode.CancellationError();
  return { dataset: v.parse(datasetRef, picked.dataset) };
}
