import * as vscode from 'vscode';

import { checkedEstimator } from '../../model/estimators.js';
import { settings } from '../shared/settings.js';
import { askFileDataset } from '../training/ask/ask-file-dataset.js';
import { BACK } from '../training/ask/walk.js';
import { lastChoice } from '../training/last-choice.js';
import { trainAndShow } from './train-and-show.js';
import { requireTrust } from '../shared/trust.js';
import type { Command } from './command.js';
import { fileArgument } from './file-argument.js';
import { activeFile } from '../files/active-file.js';

/**
 * Trains on a file: the one that is passed as a URI, or the one in the active editor. Asks only for what the file does
 * not say: a table's column of labels, the file of labels. Gives `{ run, result }`.
 */
export const trainFileCommand: Command = {
  id: 'trainFile',
  async run(services, argument) {
    requireTrust();
    const file = fileArgument(argument) ?? activeFile();
    if (file === undefined) return vscode.commands.executeCommand('tenfold.train');
    services.training.prepare();
    const place = { title: vscode.l10n.t('Train on This File'), step: 1, totalSteps: 1 };
    const known = lastChoice(services.context)?.dataset;
    const dataset = await askFileDataset(services, file, place, known);
    if (dataset === undefined || dataset === BACK) throw new vscode.CancellationError();
    const { testSize, randomState } = settings(file);
    return trainAndShow(services, {
      job: { dataset, split: { testSize, randomState }, estimator: checkedEstimator({}) },
      show: true,
    });
  },
};
